// node backend.js <name> <port>: one of three copies of a program behind a balancer
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const [name, port] = process.argv.slice(2);
let leaving = false;
let broken = false;
let basket = 0;

// #region answers
const answers = {
	'/health': () => (leaving ? 503 : 200),
	'/deep': () => (existsSync('database') ? 200 : 503),
	'/break': () => ((broken = !broken), 200),
	'/basket': () => ((basket += 1), 200),
	'/': () => sleep(80, 200),
};

const server = createServer(async (request, response) => {
	const { 'x-order': order } = request.headers;
	if (order) appendFileSync('orders', `${order}\n`);
	const isPage = request.url === '/';
	const answer = answers[request.url] ?? (() => 200);
	response.statusCode = broken && isPage ? 500 : await answer();
	response.end(request.url === '/basket' ? `${name} ${basket}\n` : `${name}\n`);
});
// #endregion answers
server.listen(port, '127.0.0.1', () => writeFileSync(`${name}.pid`, `${process.pid}`));

// #region leave
const stop = () => server.close(() => process.exit());

process.on('SIGINT', stop); // in a hurry
process.on('SIGTERM', async () => {
	leaving = true; // the check gets 503, everybody else an answer
	await sleep(800);
	stop();
});
// #endregion leave
