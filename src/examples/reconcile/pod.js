// node pod.js <version> <socket> <milliseconds before stopping>: the shop.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const [version, socket, preStop] = process.argv.slice(2);

// #region pod
const problem = () => {
	if (existsSync('database-down')) return 'no database';
	if (version === 'v3' && !process.env.CURRENCY) return 'CURRENCY is not set';
	return undefined;
};

const server = createServer(async (request, response) => {
	if (request.url === '/live') return response.end('yes');
	if (request.url === '/ready')
		return response.writeHead(problem() ? 503 : 200).end(problem() ?? 'yes');
	await wait(20);
	return response.end(`shop ${version}\n`);
});

process.on('SIGTERM', async () => {
	await wait(Number(preStop)); // go on answering for a while
	server.close(() => process.exit()); // then take nothing new, finish the rest
});
await wait(400); // reads its settings, opens its connections
server.listen(socket);
// #endregion pod

process.on('disconnect', () => process.exit());
