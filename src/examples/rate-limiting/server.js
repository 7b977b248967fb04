import { createServer } from 'node:http';
import { openLimiter } from './limiter.js';

const limit = { rate: 0.5, size: 5 };
const limiter = await openLimiter(limit);

createServer(async (request, response) => {
	const client = request.headers['x-api-key'] ?? request.socket.remoteAddress;
	const { allowed, left, wait } = await limiter.take(client);
	response.setHeader('ratelimit-policy', `"burst";q=${limit.size};w=10`);
	response.setHeader('ratelimit', `"burst";r=${left};t=${wait}`);
	if (allowed) return response.end('here you are\n');
	response.writeHead(429, {
		'retry-after': wait,
		'content-type': 'application/problem+json',
	});
	const title = 'Too many requests';
	response.end(`${JSON.stringify({ type: 'about:blank', title, status: 429 })}\n`);
}).listen(process.env.PORT, '127.0.0.1', () => console.log('ready'));
