import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLimiter } from './limiter.js';

const rule = { rate: 0.05, size: 5 };
const patience = 1000; // milliseconds for the limiter; in earnest 50
const keys = { k3y0fada: 'ada', k3y0fboris: 'boris' };

const limiter = await openLimiter(rule);
const policy = `"burst";q=${rule.size};w=${rule.size / rule.rate}`;
const port = process.env.PORT ?? 3000;

/** What the limiter says; `undefined` if it says nothing. */
function ask(name) {
	const answer = limiter.take(name).catch(() => undefined);
	return Promise.race([answer, sleep(patience)]);
}

createServer(async (request, response) => {
	const key = request.headers['x-api-key'];
	const user = Object.hasOwn(keys, key) ? keys[key] : undefined;
	const address = request.socket.remoteAddress;
	const answer = await ask(user ? `user:${user}` : `address:${address}`);

	if (answer) {
		const { left, more } = answer;
		response.setHeader('ratelimit-policy', policy);
		response.setHeader('ratelimit', `"burst";r=${left};t=${more}`);
	}
	if (answer && !answer.allowed) {
		response.setHeader('retry-after', answer.wait);
		return problem(response, 429, 'Too many requests');
	}
	if (key && !user) return problem(response, 401, 'Unknown key');
	response.end('here you are\n');
}).listen(port, '127.0.0.1', () => console.log('ready'));

function problem(response, status, title) {
	response.statusCode = status;
	response.setHeader('content-type', 'application/problem+json');
	const body = JSON.stringify({ type: 'about:blank', title, status });
	response.end(`${body}\n`);
}
