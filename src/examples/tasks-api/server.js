import { createServer } from 'node:http';
import { handle } from './handle.js';
import { Problem } from './problem.js';
import { openStore } from './store.js';

/** The tasks API as a server that is not listening yet. */
export function makeServer(store = openStore()) {
	return createServer(async (request, response) => {
		const send = ({ status, headers = {}, body }) => {
			const type =
				status >= 400 ? 'application/problem+json' : 'application/json';
			response.writeHead(status, {
				...(body === undefined ? {} : { 'content-type': type }),
				...headers,
			});
			response.end(body === undefined ? undefined : `${JSON.stringify(body)}\n`);
		};
		try {
			send(await handle(request, store));
		} catch (error) {
			if (!(error instanceof Problem)) console.error(error);
			send(
				error instanceof Problem
					? error
					: new Problem(500, 'Something went wrong here'),
			);
		}
	});
}

if (process.argv[1] === import.meta.filename)
	makeServer().listen(process.env.PORT ?? 3000, '127.0.0.1');
