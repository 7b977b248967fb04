import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { openFeed } from './feed.js';

const feed = openFeed();
let requests = 0;

const routes = {
	// #region polling
	'GET /poll': (url, request, response) => {
		requests += 1;
		response.end(JSON.stringify(feed.since(Number(url.searchParams.get('after')))));
	},
	'GET /long-poll': async (url, request, response) => {
		requests += 1;
		const after = Number(url.searchParams.get('after'));
		const timeout = new Promise((resolve) => setTimeout(resolve, 20_000));
		if (feed.since(after).length === 0) await Promise.race([feed.once(), timeout]);
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
		const send = ({ id, cents }) => response.write(`id: ${id}\ndata: ${cents}\n\n`);
		response.write('retry: 50\n\n');
		feed.since(Number(request.headers['last-event-id'] ?? 0)).forEach(send);
		response.on('close', feed.follow(send));
	},
	// #endregion sse
	'POST /price': (url, request, response) => {
		feed.publish(Number(url.searchParams.get('cents')));
		response.end();
	},
	'GET /requests': (url, request, response) => {
		response.end(`${requests}\n`);
		requests = 0;
	},
	'POST /cut': (url, request, response) => {
		response.end();
		for (const socket of sockets) socket.destroy();
	},
};

const sockets = new Set();
const server = createServer((request, response) => {
	const url = new URL(request.url, 'http://localhost');
	const route = routes[`${request.method} ${url.pathname}`];
	if (!route) return response.writeHead(404).end();
	if (url.pathname !== '/cut') sockets.add(request.socket);
	else sockets.delete(request.socket);
	route(url, request, response);
});

// #region websocket
const websockets = new WebSocketServer({ server, path: '/socket' });
websockets.on('connection', (socket, request) => {
	sockets.add(request.socket);
	let stop = () => {};
	socket.on('message', (text) => {
		const { follow } = JSON.parse(text);
		if (follow === undefined) return;
		const send = (event) => {
			if (socket.bufferedAmount > 1_000_000)
				socket.terminate(); // too slow
			else socket.send(JSON.stringify(event));
		};
		stop();
		feed.since(follow).forEach(send);
		stop = feed.follow(send);
	});
	socket.on('close', () => stop());
});
// #endregion websocket

server.listen(process.env.PORT, '127.0.0.1');
