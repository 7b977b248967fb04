import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { openFeed } from './feed.js';

const feed = openFeed();
const BEAT = 20_000; // ms
const ORIGINS = ['https://shop.example'];
const LONGEST = 1_000_000; // bytes that may wait for one client
let requests = 0;
let down = false; // for trying out what a client does
const sockets = new Set();

const routes = {
	// #region polling
	'GET /poll': (url, request, response) => {
		requests += 1;
		response.end(JSON.stringify(feed.since(Number(url.searchParams.get('after')))));
	},
	'GET /long-poll': async (url, request, response) => {
		requests += 1;
		const after = Number(url.searchParams.get('after'));
		if (feed.since(after).length === 0) {
			const giveUp = new AbortController();
			const { signal } = giveUp;
			const timer = setTimeout(() => giveUp.abort(), 20_000);
			response.on('close', () => giveUp.abort()); // the client has gone
			await once(feed.events, 'price', { signal }).catch(() => {});
			clearTimeout(timer);
		}
		response.end(JSON.stringify(feed.since(after)));
	},
	// #endregion polling
	// #region sse
	'GET /events': (url, request, response) => {
		requests += 1;
		response.writeHead(200, {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
		});
		const write = (text) => {
			if (response.writableLength > LONGEST) response.destroy(); // too slow
			else response.write(text);
		};
		const send = ({ id, cents }) => write(`id: ${feed.life}-${id}\ndata: ${cents}\n\n`);
		write('retry: 50\n\n');
		const [life, last = '0'] = (request.headers['last-event-id'] ?? '').split('-');
		const resumed = feed.has(Number(last), life);
		if (life && !resumed) write('event: reset\ndata: all anew\n\n');
		feed.since(resumed ? Number(last) : 0).forEach(send);
		const stop = feed.follow(send);
		const beat = setInterval(() => write(': still here\n\n'), BEAT);
		response.on('close', () => {
			stop();
			clearInterval(beat);
		});
	},
	// #endregion sse
	'POST /price': (url, request, response) => {
		feed.publish(Number(url.searchParams.get('cents')));
		response.end();
	},
	'GET /life': (url, request, response) => response.end(feed.life),
	'GET /requests': (url, request, response) => {
		response.end(`${requests}\n`);
		requests = 0;
	},
	'GET /following': (url, request, response) =>
		response.end(`${feed.events.listenerCount('price')}\n`),
	/** Cuts all connections, and takes no new ones before /mend. */
	'POST /cut': (url, request, response) => {
		down = true;
		response.end();
		for (const socket of sockets) if (socket !== request.socket) socket.destroy();
	},
	'POST /mend': (url, request, response) => {
		down = false;
		response.end();
	},
};

export const server = createServer((request, response) => {
	const url = URL.parse(request.url, 'http://localhost');
	const route = url && routes[`${request.method} ${url.pathname}`];
	if (!route) return response.writeHead(404).end();
	if (down && url.pathname === '/events') return request.socket.destroy();
	route(url, request, response);
});
server.on('connection', (socket) => {
	sockets.add(socket);
	socket.on('close', () => sockets.delete(socket));
});

// #region websocket
const websockets = new WebSocketServer({
	server,
	path: '/socket',
	maxPayload: 1000, // bytes; 100 MiB if nothing is said
	verifyClient({ origin }, answer) {
		if (down) answer(false, 503);
		else answer(!origin || ORIGINS.includes(origin), 403);
	},
});
websockets.on('connection', (socket) => {
	let stop = () => {};
	const send = (message) => {
		if (socket.bufferedAmount > LONGEST) socket.terminate(); // too slow
		else socket.send(JSON.stringify(message));
	};
	socket.on('message', (text) => {
		const asked = parse(text);
		if (!asked) return socket.close(1007);
		const resumed = feed.has(asked.follow, asked.life);
		if (!resumed) send({ reset: feed.life });
		stop();
		feed.since(resumed ? asked.follow : 0).forEach(send);
		stop = feed.follow(send);
	});
	socket.on('error', () => socket.terminate()); // or it ends the process
	socket.on('close', () => stop());
	socket.alive = true;
	socket.on('pong', () => (socket.alive = true));
});
// #endregion websocket

function parse(text) {
	try {
		const { follow, life = '' } = JSON.parse(text);
		return Number.isSafeInteger(follow) ? { follow, life } : undefined;
	} catch {
		return undefined;
	}
}

// #region beat
setInterval(() => {
	for (const socket of websockets.clients) {
		if (!socket.alive || socket.bufferedAmount > LONGEST) {
			socket.terminate(); // no pong since the last ping, or too slow
			continue;
		}
		socket.alive = false;
		socket.ping();
		socket.send('{"beat":1}');
	}
}, BEAT).unref();
// #endregion beat

server.listen(process.env.PORT ?? 0, '127.0.0.1');
