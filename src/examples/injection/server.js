// node server.js: the server with its holes on PORT, and with them closed on PORT2.
import { createServer } from 'node:http';
import { closed } from './closed.js';
import { holes } from './holes.js';
import { Refused } from './refused.js';

/** A server for handlers by path, which get the query's parameters and the request. */
export const makeServer = (handlers) =>
	createServer(async (request, response) => {
		try {
			const url = URL.parse(request.url, 'http://localhost');
			if (!url || !Object.hasOwn(handlers, url.pathname)) throw new Refused('nothing here');
			const answer = await handlers[url.pathname](Object.fromEntries(url.searchParams), request);
			const { body = answer, headers } = answer;
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
			response.end(body);
		} catch (error) {
			const refused = error instanceof Refused;
			response.writeHead(refused ? 400 : 500, { 'content-type': 'text/plain; charset=utf-8' });
			response.end(`${refused ? `refused: ${error.message}` : 'failed'}\n`);
		}
	});

if (process.argv[1] === import.meta.filename) {
	makeServer(holes).listen(process.env.PORT, '127.0.0.1');
	makeServer(closed).listen(process.env.PORT2, '127.0.0.1');
}
