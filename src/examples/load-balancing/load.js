// node load.js <backend> <GET or POST> [command]: 24 clients ask without a pause. When b has
// answered 30 times, the command is run. Then they go on for a while.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './start.js';

const [backend, method, command] = process.argv.slice(2);
const failures = [];
let running = true;
let fromB = 0;
let number = 0;

const ask = () =>
	new Promise((resolve) => {
		const order = method === 'POST' ? { 'x-order': `order-${(number += 1)}` } : {};
		const headers = { host: `${backend}.example`, ...order };
		const options = { host: '127.0.0.1', port: process.env.PORT, method, agent: false, headers };
		const sent = request(options, async (response) => {
			const text = await response.toArray().catch(() => undefined);
			resolve({ ok: response.statusCode === 200 && Boolean(text), from: `${text}`.trim() });
		});
		sent.on('error', () => resolve({ ok: false }));
		sent.end();
	});

const client = async () => {
	while (running) {
		const { ok, from } = await ask();
		failures.push(ok ? 0 : 1);
		if (from === 'b') fromB += 1;
		if (!ok) await sleep(5);
	}
};

rmSync('orders', { force: true });
const clients = Array.from({ length: 24 }, client);
if (command) {
	while (fromB < 30) await sleep(10);
	const run = spawn('bash', ['-c', command], { stdio: 'inherit' });
	await new Promise((resolve) => run.on('exit', resolve));
}
await sleep(1700);
running = false;
await Promise.all(clients);

const sum = (list) => list.reduce((total, one) => total + one, 0);
const lately = sum(failures.slice(-150)) / 150;
const share = [
	[0, 'none'],
	[0.1, 'below a tenth'],
	[0.5, 'a third'],
	[1, 'most'],
].find(([limit]) => lately <= limit)[1];
console.log(`${method} ${backend}: ${sum(failures)} failed, of the last 150 ${share}`);
if (method === 'POST') {
	const written = readFileSync('orders', 'utf8').trim().split('\n');
	console.log(`  written twice: ${written.length - new Set(written).size}`);
}
await start('b', process.env.PORT3);
process.exit();
