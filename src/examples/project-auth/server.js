import { createServer } from 'node:http';
import * as accounts from './accounts.js';
import { tasksOf } from './store.js';
import { Problem, changes, idOf, newTask, part, whole } from './task.js';
import { folded, rules } from './user.js';

// #region cookie
const cookie = (token, age = 30 * 24 * 60 * 60) => ({
	'set-cookie': `__Host-session=${token}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${age}`,
});
const tokenOf = ({ headers }) =>
	/(?:^|; )__Host-session=([\w-]{43})(?:;|$)/.exec(headers.cookie)?.[1];

/** Whether a request that changes something was caused by our own page. */
function ours({ headers }) {
	const site = headers['sec-fetch-site'];
	if (site) return site === 'same-origin' || site === 'none';
	if (headers.origin) return headers.origin === process.env.ORIGIN;
	return true; // not a browser
}
// #endregion cookie

const found = (task) => {
	if (!task) throw new Problem(404, 'There is no such task');
	return task;
};
const profile = ({ email, name }) => ({ email, name });
const SLOWLY = new Problem(429, 'Too many attempts, please wait');
const WRONG = new Problem(401, 'Address or password is wrong');
const OLD_LINK = new Problem(422, 'This link is not valid, or not any more');

/** The user, or the reason why not. */
function right(user) {
	if (user === 'wait') throw SLOWLY;
	if (!user) throw WRONG;
	return user;
}

// #region routes
/** Marks what needs no login. Everything else does. */
const open = (handler) => Object.assign(handler, { open: true });

const routes = {
	'/registrations': { POST: open((given) => sendLink(given, 'register')) },
	'/resets': { POST: open((given) => sendLink(given, 'reset')) },
	'/users': {
		POST: open(async ({ db, sent }) => {
			const user = await accounts.register(db, whole(await sent(), rules.registration));
			if (!user) throw OLD_LINK;
			const headers = cookie(await accounts.begin(db, user.id));
			return { status: 201, headers, body: profile(user) };
		}),
	},
	'/password': {
		PUT: open(async ({ db, sent, reset }) => {
			if (!(await reset(db, whole(await sent(), rules.reset)))) throw OLD_LINK;
			return { status: 204 };
		}),
	},
	'/session': {
		POST: open(async ({ db, sent, request, guarded }) => {
			const { email, password } = whole(await sent(), rules.login);
			const user = right(await accounts.login(db, { email: folded(email), password }, guarded));
			await accounts.end(db, tokenOf(request)); // never go on with the one from before
			return { headers: cookie(await accounts.begin(db, user.id)), body: profile(user) };
		}),
		async DELETE({ db, request }) {
			await accounts.end(db, tokenOf(request));
			return { status: 204, headers: cookie('', 0) };
		},
	},
	'/me': {
		GET: async ({ user }) => ({ body: profile(user) }),
		PATCH: async ({ db, user, sent }) => ({
			body: await accounts.rename(db, user, whole(await sent(), rules.profile).name),
		}),
	},
	'/me/password': {
		async PUT({ db, user, sent }) {
			right(await accounts.changePassword(db, user, whole(await sent(), rules.change)));
			return { status: 204, headers: cookie(await accounts.begin(db, user.id)) };
		},
	},
	'/tasks': {
		async GET({ tasks, query }) {
			const { limit, after, done } = part(query);
			const rows = await tasks.list({ limit, after, done });
			const shown = rows.slice(0, limit);
			if (rows.length > limit) query.set('after', shown.at(-1).id);
			return { body: { tasks: shown, next: rows.length > limit ? `/tasks?${query}` : null } };
		},
		async POST({ tasks, sent }) {
			const task = await tasks.add(newTask(await sent()));
			return { status: 201, headers: { location: `/tasks/${task.id}` }, body: task };
		},
	},
	'/tasks/:id': {
		GET: async ({ tasks, id }) => ({ body: found(await tasks.get(id)) }),
		PATCH: async ({ tasks, id, sent }) => ({
			body: found(await tasks.change(id, changes(await sent()))),
		}),
		async DELETE({ tasks, id }) {
			found(await tasks.remove(id));
			return { status: 204 };
		},
	},
};
// #endregion routes

// #region links
/** Sends a link to an address. What is answered is the same for all addresses. */
async function sendLink({ db, sent, mail }, purpose) {
	const email = folded(whole(await sent(), rules.address).email);
	const pause = await accounts.guarded(db, `mail ${email}`, async () => false);
	if (pause === 'wait') throw SLOWLY;
	const { token, known } = await accounts.makeLink(db, purpose, email);
	if (known === (purpose === 'reset')) mail({ to: email, purpose, token });
	else mail({ to: email, purpose: known ? 'you have an account' : 'you have no account' });
	return { status: 202, body: { title: 'A mail is on its way' } };
}
// #endregion links

// #region handle
async function handle(request, { db, mail, as }) {
	const [path, search] = request.url.split('?');
	const id = idOf(/^\/tasks\/([^/]+)$/.exec(path)?.[1]);
	const address = id ? '/tasks/:id' : path;
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	if (method !== 'GET' && !as.ours(request)) throw new Problem(403, 'This came from another site');
	if (!Object.hasOwn(routes, address) || (path === '/tasks/:id' && !id))
		throw new Problem(404, 'There is nothing here');
	const resource = routes[address];
	if (!Object.hasOwn(resource, method))
		throw new Problem(405, `${method} is not possible here`, {
			headers: { allow: ['HEAD', ...Object.keys(resource)].join(', ') },
		});
	const handler = resource[method];
	const user = await accounts.userOf(db, tokenOf(request));
	if (!user && !handler.open) throw new Problem(401, 'Please log in');
	const tasks = user && as.tasksOf(user.id, db);
	const query = new URLSearchParams(search);
	const sent = () => jsonOf(request);
	return handler({ ...as, db, mail, request, user, tasks, id, query, sent });
}
// #endregion handle

/** What was sent, if it is JSON and not too long. */
async function jsonOf(request, limit = 100_000) {
	const type = request.headers['content-type']?.split(';')[0].trim();
	if (type !== 'application/json') throw new Problem(415, 'Send application/json');
	let text = '';
	let length = 0;
	for await (const chunk of request.setEncoding('utf8')) {
		length += chunk.length; // reads on, so that the client hears the answer
		if (length <= limit) text += chunk;
	}
	if (length > limit) throw new Problem(413, 'This is too long');
	try {
		return JSON.parse(text);
	} catch {
		throw new Problem(400, 'This is not JSON');
	}
}

/** The API over a pool, with a way to send mail; in parts as somebody else has written them. */
export const makeServer = (db, { mail, log = console.error, parts = {} }) => {
	const as = { tasksOf, ours, guarded: accounts.guarded, reset: accounts.reset, ...parts };
	return createServer(async (request, response) => {
		const send = ({ status = 200, headers, body }, type = 'application/json') => {
			response.writeHead(status, {
				'cache-control': 'no-store',
				...(body && { 'content-type': type }),
				...headers,
			});
			response.end(body && `${JSON.stringify(body)}\n`);
		};
		try {
			send(await handle(request, { db, mail, as }));
		} catch (error) {
			if (request.destroyed && !request.complete) return; // nobody waits any more
			if (!(error instanceof Problem)) log(error);
			const problem = error instanceof Problem ? error : new Problem(500, 'Something went wrong');
			send(problem, 'application/problem+json');
		}
	});
};
