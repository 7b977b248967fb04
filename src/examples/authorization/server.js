// node server.js careless | careful
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { Refused, careful } from './careful.js';
import { careless } from './careless.js';
import { open, people } from './data.js';
import { has } from './rules.js';

// #region table
/** Checks at the start that every route says what it needs. */
export function checked(routes) {
	for (const [route, { needs, handle }] of Object.entries(routes))
		if (!needs || !handle) throw new Error(`${route} does not say what it needs`);
	return routes;
}
// #endregion table

/** A server over its own database. */
export function makeServer(careless_) {
	const db = open();
	const routes = careless_ ? careless(db) : checked(careful(db));
	const audit = db.prepare('INSERT INTO audit (who, action, object, allowed) VALUES (?, ?, ?, ?)');
	const answer = async (request) => {
		const user = people.get(/^Bearer (\w+)$/.exec(request.headers.authorization)?.[1]);
		if (!user) return [401, { error: 'who are you?' }];
		const [, path, id] = /^(\/[a-z]+)(?:\/(\d+))?$/.exec(request.url) ?? [];
		const name = `${request.method} ${path}${id ? '/:id' : ''}`;
		const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
		if (!route) return [404, { error: 'nothing here' }];
		const body = request.method === 'GET' ? {} : await json(request).catch(() => null);
		if (body === null || typeof body !== 'object') return [400, { error: 'send a JSON object' }];
		if (careless_) return [200, route({ user, id, body })];

		// #region guard
		const note = (allowed) => audit.run(user.name, name, id ?? null, Number(allowed));
		try {
			if (!has(user, route.needs)) throw new Refused(403, `needs ${route.needs}`);
			const result = route.handle({ user, id, body });
			note(true);
			return [200, result];
		} catch (error) {
			if (!(error instanceof Refused)) throw error;
			note(false);
			return [error.status, { error: error.message }];
		}
		// #endregion guard
	};
	const server = createServer(async (request, response) => {
		const [status, body] = await answer(request).catch(() => [500, { error: 'failed' }]);
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(`${JSON.stringify(body)}\n`);
	});
	return Object.assign(server, { db });
}

if (process.argv[1] === import.meta.filename)
	makeServer(process.argv[2] === 'careless').listen(process.argv[3], '127.0.0.1');
