// node server.js careless | lax | careful <port>
import { createServer } from 'node:http';
import { check, store } from './passwords.js';
import { begin, end, endAll, userOf } from './sessions.js';
import { note, wait } from './throttle.js';

const users = new Map([
	[
		'ada',
		{ name: 'ada', email: 'ada@shop.example', password: await store('correct horse battery') },
	],
]);

// #region cookie
const cookie = (token, careful, age = 30 * 24 * 60 * 60) =>
	careful
		? `__Host-session=${token}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${age}`
		: `__Host-session=${token}; Path=/; Secure; SameSite=None; Max-Age=${age}`;

const tokenOf = (request) =>
	/(?:^|; )__Host-session=([\w-]{43})(?:;|$)/.exec(request.headers.cookie)?.[1] ?? '';
// #endregion cookie

// #region origin
/** Whether a request that changes something was caused by our own page. */
function ours({ headers }) {
	const site = headers['sec-fetch-site'];
	if (site) return site === 'same-origin' || site === 'none';
	if (headers.origin) return headers.origin === process.env.ORIGIN;
	return true; // not a browser, or a very old one
}
// #endregion origin

const page = (body) => `<!doctype html><meta charset="utf-8"><title>Shop</title>${body}`;
const field = (name, type = 'text') =>
	`<label>${name} <input name="${name}" type="${type}"></label>`;
const form = page(
	`<form method="post">${field('name')}${field('password', 'password')}<button>Log in</button></form>`,
);
const please = page('<p>Please log in</p>');
const MINIMUM = 15; // characters of a new password: NIST's number without a second factor

/** The fields of a form that was sent, if they are not too many. */
async function fields(request, limit = 10_000) {
	const parts = [];
	let size = 0;
	for await (const part of request) {
		size += part.length; // reads on, but keeps nothing: who still sends hears no answer
		if (size <= limit) parts.push(part);
	}
	return size > limit ? undefined : new URLSearchParams(`${Buffer.concat(parts)}`);
}

// #region password
/** What to answer if the password is not accepted; nothing if it is. */
async function refusal(name, password) {
	const pause = wait(name);
	if (pause > 0) return [429, 'too many attempts\n', { 'retry-after': Math.ceil(pause / 1000) }];
	const right = await check(password ?? '', users.get(name)?.password);
	note(name, right);
	return right ? undefined : [401, 'name or password is wrong\n'];
}
// #endregion password

/** The server: careful, with the cookie's lock only (lax), or with its holes (careless). */
export function makeServer(how = 'careful') {
	const careful = how !== 'careless';
	const asks = careful && how !== 'lax';

	async function handle(request, say) {
		const here = `${request.method} ${request.url}`;
		const user = users.get(userOf(tokenOf(request)));

		if (here === 'GET /login') return say(200, form);
		if (here === 'GET /' && user) return say(200, page(`<p>Hello ${user.name}, ${user.email}</p>`));
		if (request.method !== 'POST') return say(user ? 404 : 401, please);
		if (asks && !ours(request)) return say(403, page('<p>This came from another site</p>'));
		const sent = await fields(request);
		if (!sent) return say(413, 'too large\n');

		// #region login
		if (here === 'POST /login') {
			const name = sent.get('name') ?? '';
			const no = await refusal(name, sent.get('password'));
			if (no) return say(...no);
			end(tokenOf(request)); // never go on with the session from before
			return say(303, '', { location: '/', 'set-cookie': cookie(begin(name), careful) });
		}
		// #endregion login

		if (!user) return say(401, please);
		if (here === 'POST /email') {
			const no = careful && (await refusal(user.name, sent.get('password')));
			if (no) return say(...no);
			const email = sent.get('email') ?? '';
			if (!/^[^\s@<>&]+@[^\s@<>&]+$/.test(email)) return say(400, 'an address, please\n');
			user.email = email;
			return say(303, '', { location: '/' });
		}
		if (here === 'POST /password') {
			const no = await refusal(user.name, sent.get('old'));
			if (no) return say(...no);
			const next = sent.get('new') ?? '';
			if (next.length < MINIMUM) return say(400, `at least ${MINIMUM} characters\n`);
			user.password = await store(next);
			endAll(user.name);
			return say(303, '', { location: '/', 'set-cookie': cookie(begin(user.name), careful) });
		}
		if (here === 'POST /logout') {
			end(tokenOf(request));
			return say(303, '', { location: '/login', 'set-cookie': cookie('', careful, 0) });
		}
		return say(404, 'not found\n');
	}

	return createServer((request, response) => {
		const say = (status, body, headers = {}) =>
			response
				.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
				.end(body);
		// Without this a request that is broken off would end the program.
		handle(request, say).catch((error) => {
			if (error.code !== 'ECONNRESET') console.error(error);
			if (!response.headersSent) say(500, 'failed\n');
		});
	});
}

if (process.argv[1] === import.meta.filename) {
	const server = makeServer(process.argv[2]);
	server.listen(process.argv[3] ?? process.env.PORT, '127.0.0.1');
}
