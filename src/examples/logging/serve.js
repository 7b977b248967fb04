import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { context } from './context.js';
import { log } from './log.js';

/**
 * Serves `routes` on $PORT. A handler gets `{ text, url }` and gives `[status, body]`.
 * At the edge the caller is a stranger, and its request id is not believed.
 */
export function serve(routes, { edge = false } = {}) {
	const server = createServer((request, response) => {
		// #region id
		const given = request.headers['x-request-id'];
		const believed = !edge && /^[0-9a-f]{16}$/.test(given);
		const id = believed ? given : randomBytes(8).toString('hex');
		response.setHeader('x-request-id', id);
		context.run({ request: id }, () => answer(request, response));
		// #endregion id
	});

	// #region answer
	async function answer(request, response) {
		const start = performance.now();
		let route = 'unknown';
		let [status, body] = [404, { error: 'nothing here' }];
		try {
			const { pathname } = new URL(request.url, 'http://localhost');
			const name = `${request.method} ${pathname}`;
			if (Object.hasOwn(routes, name)) {
				route = name;
				const input = { text: await text(request), url: request.url };
				[status, body] = await routes[name](input);
			}
		} catch (error) {
			log.error('unexpected', { error });
			[status, body] = [500, { error: 'something went wrong' }];
		}
		const ms = Math.round(performance.now() - start);
		log.info('request', { route, status, ms });
		response.writeHead(status, { 'content-type': 'application/json' });
		response.end(`${JSON.stringify(body)}\n`);
	}
	// #endregion answer

	server.listen(process.env.PORT, '127.0.0.1', () =>
		log.info('listening', { port: server.address().port }),
	);
	return server;
}

// #region call
/** Asks another service, on behalf of the request that is being answered. */
export async function call(url, body) {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'x-request-id': context.getStore().request },
		body: JSON.stringify(body),
	});
	return [response.status, await response.json()];
}
// #endregion call
