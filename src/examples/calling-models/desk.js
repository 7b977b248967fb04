import { createServer } from 'node:http';
import { draft } from './draft.js';
import { headers, scripts } from './pages.js';
import { tickets, tools } from './shop.js';

/** The support desk. `tool` and `page` are 'open' or 'bound' and 'closed'; `abort`: stop when the reader leaves. */
export function desk({ tool = 'bound', page = 'closed', abort = true, mallory = '', log } = {}) {
	const known = tickets(mallory);
	return createServer(async (request, response) => {
		const [, id, what] = /^\/tickets\/(\d+)(?:\/(\w+))?$/.exec(request.url) ?? [];
		const ticket = known[id];
		if (request.url === '/page.js')
			return response.writeHead(200, { 'content-type': 'text/javascript' }).end(scripts[page]);
		if (!ticket) return response.writeHead(404).end();
		if (what !== 'draft') {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers[page] });
			return response.end('<!doctype html><output></output><script src="/page.js"></script>');
		}
		// #region stream
		if (request.headers['last-event-id']) return response.writeHead(204).end(); // not twice
		response.writeHead(200, {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			'x-accel-buffering': 'no',
		});
		const left = new AbortController();
		if (abort) response.on('close', () => left.abort());
		let n = 0;
		const send = (type, data) =>
			response.write(`id: ${(n += 1)}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
		try {
			const options = { signal: left.signal, log };
			for await (const text of draft(ticket, tools[tool](ticket), options)) send('text', text);
			send('end', 'complete');
		} catch (error) {
			if (!left.signal.aborted) send('failed', error.message); // the 200 is long gone
		}
		response.end();
		// #endregion stream
	});
}

if (import.meta.main)
	desk({ abort: !process.env.CARELESS }).listen(process.env.PORT2, '127.0.0.1', () =>
		console.log('desk ready'),
	);
