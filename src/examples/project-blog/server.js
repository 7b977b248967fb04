import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import * as accounts from './accounts.js';
import { makeCache } from './cache.js';
import { feed, listPage, postPage } from './pages.js';
import { Problem, checked, cursorAfter, part, rules, whole, words } from './rules.js';
import * as store from './store.js';

const cookie = (token, age = 30 * 24 * 60 * 60) => ({
	'set-cookie': `__Host-session=${token}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${age}`,
});
const tokenOf = ({ headers }) =>
	/(?:^|; )__Host-session=([\w-]{43})(?:;|$)/.exec(headers.cookie)?.[1];

/** Whether a request that changes something was caused by our own page. */
function ours({ headers }, origin) {
	const site = headers['sec-fetch-site'];
	if (site) return site === 'same-origin' || site === 'none';
	if (headers.origin) return headers.origin === origin;
	return true; // not a browser
}

const found = (thing) => {
	if (!thing) throw new Problem(404, 'There is nothing here');
	return thing;
};
const json = (body) => ({ type: 'application/json', text: `${JSON.stringify(body)}\n` });
const html = (text) => ({ type: 'text/html; charset=utf-8', text });

const shown = ({ id: _id, place, ...post }) => ({ ...post, published: place });
const brief = ({ slug, title, author, place, tags, comments }) => ({
	slug, title, author, published: place, tags, comments,
});

/** A page of the list, and the address of the next one. */
async function listed({ db, query, path }) {
	const { limit, after, tag } = part(query);
	const rows = await store.list(db, { limit, after, tag });
	const posts = rows.slice(0, limit);
	const more = new URLSearchParams(query);
	if (rows.length > limit) more.set('after', cursorAfter(posts.at(-1)));
	return { posts, next: rows.length > limit ? `${path}?${more}` : null };
}

// #region routes
/** What everybody may read. It is kept until something changes. */
const reads = {
	async '/'(about) {
		const { posts, next } = await listed(about);
		return html(listPage(posts, next));
	},
	async '/posts'(about) {
		const { posts, next } = await listed(about);
		return json({ posts: posts.map(brief), next });
	},
	'/search': async ({ db, query }) =>
		json({ posts: (await store.search(db, words(query))).map(brief) }),
	'/posts/:slug': async ({ db, name }) => json(shown(found(await store.read(db, name)))),
	'/read/:slug': async ({ db, name }) => html(postPage(found(await store.read(db, name)))),
	'/feed.xml': async ({ db, origin }) => ({
		type: 'application/atom+xml; charset=utf-8',
		text: feed((await store.list(db, { limit: 20 })).slice(0, 20), origin),
	}),
};

/** Marks what needs no login. All other changes do. */
const open = (handler) => Object.assign(handler, { open: true });

const writes = {
	'/session': {
		POST: open(async ({ db, sent, request }) => {
			const { email, password } = whole(await sent(), rules.login);
			const user = await accounts.login(db, { email: email.toLowerCase(), password });
			if (user === 'wait') throw new Problem(429, 'Too many attempts, please wait');
			if (!user) throw new Problem(401, 'Address or password is wrong');
			await accounts.end(db, tokenOf(request));
			return { status: 204, headers: cookie(await accounts.begin(db, user.id)) };
		}),
		async DELETE({ db, request }) {
			await accounts.end(db, tokenOf(request));
			return { status: 204, headers: cookie('', 0) };
		},
	},
	'/posts': {
		async POST({ db, user, sent }) {
			const slug = await store.add(db, user.id, whole(await sent(), rules.post));
			if (!slug) throw new Problem(409, 'There is a post with this slug already');
			return { status: 201, headers: { location: `/posts/${slug}` } };
		},
	},
	'/posts/:slug': {
		async PATCH({ db, user, sent, name }) {
			found(await store.change(db, user.id, name, checked(await sent(), rules.change)));
			return { status: 204 };
		},
		async DELETE({ db, user, name }) {
			found(await store.remove(db, user.id, name));
			return { status: 204 };
		},
	},
	'/posts/:slug/comments': {
		POST: open(async ({ db, sent, name }) => ({
			status: 201,
			...json(found(await store.comment(db, name, whole(await sent(), rules.comment)))),
		})),
	},
	'/comments/:id': {
		async DELETE({ db, user, name }) {
			found(/^[1-9]\d{0,8}$/.test(name));
			found(await store.removeComment(db, user.id, Number(name)));
			return { status: 204 };
		},
	},
};
// #endregion routes

/** The address with its variable part, and that part. */
function addressOf(path) {
	const [, kind, name, rest = ''] = /^\/(posts|read|comments)\/([a-z0-9-]{1,80})(\/.*)?$/.exec(
		path,
	) ?? [undefined, undefined, undefined, undefined];
	if (!kind) return { address: path };
	return { address: `/${kind}/${kind === 'comments' ? ':id' : ':slug'}${rest}`, name };
}

// #region read
/** An answer from the cache, or 304 if the client has it already. */
async function answer(request, cache, about, load) {
	const { type, text, etag } = await cache.get(request.url, async () => {
		const { type, text } = await load(about);
		const hash = createHash('sha256').update(text).digest('base64url');
		return { type, text, etag: `"${hash.slice(0, 22)}"` };
	});
	const headers = { etag, 'cache-control': 'no-cache' }; // keep it, and ask each time
	const had = request.headers['if-none-match']?.split(',').map((tag) => tag.trim()) ?? [];
	if (had.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag))
		return { status: 304, headers };
	return { headers, type, text };
}
// #endregion read

// #region handle
async function handle(request, { db, cache, origin }) {
	const [path, search] = request.url.split('?');
	const { address, name } = addressOf(path);
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	const load = Object.hasOwn(reads, address) ? reads[address] : undefined;
	const changes = Object.hasOwn(writes, address) ? writes[address] : {};
	const about = { db, path, name, origin, query: new URLSearchParams(search) };
	if (method === 'GET' && load) return answer(request, cache, about, load);
	if (!load && Object.keys(changes).length === 0) found();
	if (!Object.hasOwn(changes, method))
		throw new Problem(405, `${method} is not possible here`, {
			headers: { allow: [...(load ? ['GET', 'HEAD'] : []), ...Object.keys(changes)].join(', ') },
		});
	if (!ours(request, origin)) throw new Problem(403, 'This came from another site');
	const user = await accounts.userOf(db, tokenOf(request));
	if (!user && !changes[method].open) throw new Problem(401, 'Please log in');
	let changed = address !== '/session';
	try {
		return await changes[method]({ ...about, request, user, sent: () => jsonOf(request) });
	} catch (error) {
		if (error instanceof Problem) changed = false; // it was refused
		throw error;
	} finally {
		if (changed) cache.clear(); // after the commit, and if we do not know whether there was one
	}
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

/** The blog over a pool of connections, not listening yet. */
export const makeServer = (
	db,
	{ origin = 'http://localhost:3000', cache = makeCache(), log = console.error } = {},
) =>
	createServer(async (request, response) => {
		const send = ({ status = 200, headers, type, text }) => {
			response.writeHead(status, {
				'cache-control': 'no-store',
				'content-security-policy': "default-src 'none'",
				'x-content-type-options': 'nosniff',
				...(type && { 'content-type': type }),
				...headers,
			});
			response.end(text);
		};
		try {
			send(await handle(request, { db, cache, origin }));
		} catch (error) {
			if (request.destroyed && !request.complete) return; // nobody waits any more
			if (!(error instanceof Problem)) log(error);
			const problem = error instanceof Problem ? error : new Problem(500, 'Something went wrong');
			send({ ...problem, ...json(problem.body), type: 'application/problem+json' });
		}
	});
