import { createServer } from 'node:http';
import { closed } from './closed.js';
import { holes } from './holes.js';
import { Refused } from './refused.js';

/** The server with its holes, or with them closed. */
export const makeServer = (handlers) =>
	createServer(async (request, response) => {
		const url = new URL(request.url, 'http://localhost');
		const handler = handlers[url.pathname];
		response.setHeader('content-type', 'text/html; charset=utf-8');
		try {
			if (!handler) throw new Refused('nothing here');
			response.end(await handler(Object.fromEntries(url.searchParams)));
		} catch (error) {
			const refused = error instanceof Refused;
			response.writeHead(refused ? 400 : 500);
			response.end(`${refused ? `refused: ${error.message}` : 'failed'}\n`);
		}
	});

if (process.argv[1] === import.meta.filename) {
	makeServer(holes).listen(process.env.PORT, '127.0.0.1');
	makeServer(closed).listen(process.env.PORT2, '127.0.0.1');
}
