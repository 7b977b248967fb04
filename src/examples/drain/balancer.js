// node balancer.js <port> <backend> <backend>: asks each backend every 100 ms whether it is ready.
import { Agent, createServer, get, request } from 'node:http';

const [port, ...ports] = process.argv.slice(2);
const backends = ports.map((one) => ({
	port: one,
	ready: true,
	agent: new Agent({ keepAlive: true }),
}));
let turn = 0;

setInterval(() => {
	for (const backend of backends)
		get({ port: backend.port, host: '127.0.0.1', path: '/ready', agent: false }, (answer) => {
			backend.ready = answer.statusCode === 200;
			answer.resume();
		}).on('error', () => {
			backend.ready = false;
		});
}, 100);

createServer((ask, answer) => {
	const usable = backends.filter(({ ready }) => ready);
	const backend = usable[(turn += 1) % usable.length];
	if (!backend) return answer.writeHead(503).end();
	return ask.pipe(
		request(
			{ port: backend.port, host: '127.0.0.1', agent: backend.agent, path: ask.url },
			(inner) => {
				answer.writeHead(inner.statusCode);
				inner.pipe(answer);
			},
		).on('error', () => answer.writeHead(502).end()),
	);
}).listen(port, '127.0.0.1');
