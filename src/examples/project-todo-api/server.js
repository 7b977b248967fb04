import { createServer } from 'node:http';
import { openStore } from './store.js';
import { Problem, changes, idOf, newTask, part } from './task.js';

// #region routes
const found = (task) => {
	if (!task) throw new Problem(404, 'There is no such task');
	return task;
};

const tasks = {
	async GET({ store, query }) {
		const { limit, after, done } = part(query);
		const rows = await store.list({ limit, after, done });
		const shown = rows.slice(0, limit);
		if (rows.length > limit) {
			query.set('after', shown.at(-1).id);
			return { body: { tasks: shown, next: `/tasks?${query}` } };
		}
		return { body: { tasks: shown, next: null } };
	},
	async POST({ store, sent }) {
		const task = await store.add(newTask(await sent()));
		return { status: 201, headers: { location: `/tasks/${task.id}` }, body: task };
	},
};

const task = {
	GET: async ({ store, id }) => ({ body: found(await store.get(id)) }),
	PATCH: async ({ store, id, sent }) => ({
		body: found(await store.change(id, changes(await sent()))),
	}),
	async DELETE({ store, id }) {
		found(await store.remove(id));
		return { status: 204 };
	},
};

/** The resource of an address, with the id if it has one. */
function resourceAt(path) {
	if (path === '/tasks') return [tasks];
	const id = idOf(/^\/tasks\/([^/]+)$/.exec(path)?.[1]);
	return id ? [task, id] : [];
}
// #endregion routes

// #region handle
async function handle(request, store) {
	const [path, search] = request.url.split('?');
	const [resource, id] = resourceAt(path);
	if (!resource) throw new Problem(404, 'There is nothing here');
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	if (!Object.hasOwn(resource, method))
		throw new Problem(405, `${method} is not possible here`, {
			headers: { allow: ['HEAD', ...Object.keys(resource)].join(', ') },
		});
	return resource[method]({
		store,
		query: new URLSearchParams(search),
		id,
		sent: () => jsonOf(request),
	});
}

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

/** The API over a pool of connections, not listening yet. */
export const makeServer = (db, log = console.error) => {
	const store = openStore(db);
	return createServer(async (request, response) => {
		const send = ({ status = 200, headers, body }, type = 'application/json') => {
			response.writeHead(status, { ...(body && { 'content-type': type }), ...headers });
			response.end(body && `${JSON.stringify(body)}\n`);
		};
		try {
			send(await handle(request, store));
		} catch (error) {
			if (request.destroyed && !request.complete) return; // nobody waits any more
			if (!(error instanceof Problem)) log(error);
			const problem = error instanceof Problem ? error : new Problem(500, 'Something went wrong');
			send(problem, 'application/problem+json');
		}
	});
};
// #endregion handle
