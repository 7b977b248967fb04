import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';

const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), 'deployment-'));
after(() => rmSync(folder, { recursive: true }));

async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	server.close();
	return port;
}

test('a stopped server finishes its orders', async () => {
	const DATABASE = join(folder, 'shop.db');
	new DatabaseSync(DATABASE).exec(readFileSync(join(here, 'app/schema.sql'), 'utf8'));
	const PORT = await freePort();
	const env = { ...process.env, PORT, DATABASE };
	const server = spawn(process.execPath, [join(here, 'app/server.js')], { env });
	const [ready] = await once(server.stdout, 'data');
	assert.equal(`${ready}`, 'version 1 is ready\n');

	const order = request({ host: '127.0.0.1', port: PORT, method: 'POST' }).end();
	const answer = once(order, 'response');
	await once(order, 'finish');
	await fetch(`http://127.0.0.1:${PORT}/`); // answered after the order has arrived
	server.kill();
	const [{ statusCode, headers }] = await answer;
	assert.deepEqual([statusCode, headers['x-version']], [200, '1']);
	assert.deepEqual(await once(server, 'exit'), [0, null]);
});

test('a server whose schema does not fit does not start', () => {
	const env = { ...process.env, DATABASE: join(folder, 'empty.db') };
	const { status, stderr } = spawnSync(process.execPath, [join(here, 'app/server.js')], {
		env,
		encoding: 'utf8',
	});
	assert.equal(status, 1);
	assert.match(stderr, /^Error: no such table: orders$/m);
});

test('the load counts by version and by failure', async () => {
	let count = 0;
	const server = createServer((request, response) => {
		count += 1;
		response.setHeader('x-version', count < 20 ? 1 : 2);
		response.writeHead(count === 30 ? 502 : 200).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const load = spawn(process.execPath, [
		join(here, 'load.js'),
		`${server.address().port}`,
		'echo deployed',
	]);
	const output = await load.stdout.toArray();
	server.close();
	assert.match(output.join(''), /^deployed\n\d+ orders, by version 1 and 2; failed: 1 with 502\n$/);
});

test('the load counts refused connections', async () => {
	const output = execFileSync(
		process.execPath,
		[join(here, 'load.js'), `${await freePort()}`, 'true'],
		{ encoding: 'utf8' },
	);
	assert.match(output, /^0 orders, by version ; failed: \d+ with ECONNREFUSED\n$/);
});
