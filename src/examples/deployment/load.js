// node load.js <port> '<command>': eight clients order without a pause while the command runs.
import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const [port, command] = process.argv.slice(2);
const versions = new Set();
const failures = new Map();
let accepted = 0;
let answered = 0;
let until = Infinity;

/** The status, or the name of the error. */
const order = () =>
	new Promise((resolve) => {
		const options = { host: '127.0.0.1', port, method: 'POST', agent: false };
		request(options, (response) => {
			if (response.statusCode === 200) versions.add(response.headers['x-version']);
			response.resume();
			response.on('error', ({ code }) => resolve(code));
			response.on('end', () => resolve(response.statusCode));
		})
			.on('error', ({ code }) => resolve(code))
			.end();
	});

const clients = Array.from({ length: 8 }, async () => {
	while (answered < until) {
		const result = await order();
		answered += 1;
		if (result === 200) accepted += 1;
		else {
			failures.set(result, (failures.get(result) ?? 0) + 1);
			await sleep(20);
		}
	}
});
while (answered < 40) await sleep(20);
const child = spawn('bash', ['-c', command], { stdio: 'inherit' });
await new Promise((resolve) => child.on('exit', resolve));
until = answered + 40;
await Promise.all(clients);
const failed = [...failures].map(([what, count]) => `${count} with ${what}`).join(', ');
console.log(
	`${accepted} orders, by version ${[...versions].join(' and ')}; failed: ${failed || 'none'}`,
);
