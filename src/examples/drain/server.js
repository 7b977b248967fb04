// node server.js <port> [polite]: answers after 100 ms.
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

const [port, polite] = process.argv.slice(2);
let ready = true;
let open = 0;

const server = createServer(async (request, response) => {
	if (request.url === '/ready') return response.writeHead(ready ? 200 : 503).end();
	open += 1;
	await wait(100);
	open -= 1;
	response.end('done\n');
});
server.listen(port, '127.0.0.1');

// #region drain
async function drain() {
	ready = false; // 1. tell the balancer, and go on working
	await wait(1000); //    until it has asked
	server.close(); // 2. take no new connection; idle ones are closed
	while (open > 0) await wait(20); // 3. finish what has begun
	// 4. now close the database, flush the log
	console.log('drained, nothing is open');
}

if (polite) {
	process.once('SIGTERM', async () => {
		const late = setTimeout(() => process.exit(1), 20_000); // 5. but not for ever
		await drain();
		clearTimeout(late);
	});
}
// #endregion drain
