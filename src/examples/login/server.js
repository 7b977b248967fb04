// node server.js careless | careful
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { check, store } from './passwords.js';
import { begin, end, endAll, userOf } from './sessions.js';
import { note, wait } from './throttle.js';

const users = new Map([
	['ada', { name: 'ada', email: 'ada@shop.example', password: await store('correct horse') }],
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
	if (headers.origin) return headers.origin === `http://${headers.host}`;
	return true; // not a browser, or a very old one
}
// #endregion origin

const page = (body) => `<!doctype html><meta charset="utf-8"><title>Shop</title>${body}`;
const field = (name, type = 'text') =>
	`<label>${name} <input name="${name}" type="${type}"></label>`;
const form = page(
	`<form method="post">${field('name')}${field('password', 'password')}<button>Log in</button></form>`,
);

/** The server; careful is false for the one with its holes. */
export const makeServer = (careful) =>
	createServer(async (request, response) => {
		const say = (status, body, headers = {}) =>
			response
				.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers })
				.end(body);
		const here = `${request.method} ${request.url}`;
		const user = users.get(userOf(tokenOf(request)));

		if (here === 'GET /login') return say(200, form);
		if (here === 'GET /' && user) return say(200, page(`<p>Hello ${user.name}, ${user.email}</p>`));
		if (request.method !== 'POST') return say(user ? 404 : 401, page('<p>Please log in</p>'));
		if (careful && !ours(request)) return say(403, page('<p>This came from another site</p>'));
		const sent = new URLSearchParams(await text(request));

		// #region login
		if (here === 'POST /login') {
			const name = sent.get('name') ?? '';
			const pause = wait(name);
			if (pause > 0)
				return say(429, 'too many attempts\n', { 'retry-after': Math.ceil(pause / 1000) });
			const right = await check(sent.get('password') ?? '', users.get(name)?.password);
			note(name, right);
			if (!right) return say(401, 'name or password is wrong\n');
			end(tokenOf(request)); // never go on with the session from before
			return say(303, '', { location: '/', 'set-cookie': cookie(begin(name), careful) });
		}
		// #endregion login

		if (!user) return say(401, 'please log in\n');
		if (here === 'POST /email') {
			user.email = sent.get('email');
			return say(303, '', { location: '/' });
		}
		if (here === 'POST /password') {
			if (!(await check(sent.get('old') ?? '', user.password)))
				return say(403, 'the old password is wrong\n');
			user.password = await store(sent.get('new'));
			endAll(user.name);
			return say(303, '', { location: '/', 'set-cookie': cookie(begin(user.name), careful) });
		}
		if (here === 'POST /logout') {
			end(tokenOf(request));
			return say(303, '', { location: '/login', 'set-cookie': cookie('', careful, 0) });
		}
		return say(404, 'not found\n');
	});

if (process.argv[1] === import.meta.filename) {
	const server = makeServer(process.argv[2] !== 'careless');
	server.listen(process.argv[3] ?? process.env.PORT, '127.0.0.1');
}
