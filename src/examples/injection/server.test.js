import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closed, outside } from './closed.js';
import { holes } from './holes.js';
import { makeServer } from './server.js';

const folder = mkdtempSync(join(tmpdir(), 'injection-'));
const listen = (server) =>
	new Promise((resolve) =>
		server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)),
	);
const servers = [];
let open, shut, secret;
before(async () => {
	process.chdir(folder);
	mkdirSync('reports');
	writeFileSync('reports/march.txt', 'one\ntwo\n');
	writeFileSync('key.txt', 'the key');
	symlinkSync('../key.txt', 'reports/link.txt');
	servers.push(makeServer(holes), makeServer(closed));
	servers.push(createServer((request, response) => response.end('metadata: the key')));
	[open, shut, secret] = await Promise.all(servers.map(listen));
});
after(() => servers.forEach((server) => server.close()));

const ask = async (at, path, parameters) => {
	const response = await fetch(`${at}${path}?${new URLSearchParams(parameters)}`);
	return { status: response.status, text: await response.text() };
};

test('what is meant works in both', async () => {
	for (const at of [open, shut]) {
		assert.match((await ask(at, '/lines', { file: 'march.txt' })).text, /2/);
		assert.equal((await ask(at, '/report', { file: 'march.txt' })).text, 'one\ntwo\n');
		assert.match((await ask(at, '/greet', { name: 'Ada' })).text, /Hello Ada/);
	}
});

const script = '<script>alert(1)</script>';
for (const [what, path, parameters, stolen] of [
	['a command', '/lines', { file: 'march.txt; cat key.txt' }, /the key/],
	['a way out of the folder', '/report', { file: '../key.txt' }, /the key/],
	['a link out of the folder', '/report', { file: 'link.txt' }, /the key/],
	['a script', '/greet', { name: script }, /<script>/],
])
	test(`${what}: works on the hole, not on the closed one`, async () => {
		assert.match((await ask(open, path, parameters)).text, stolen);
		assert.doesNotMatch((await ask(shut, path, parameters)).text, stolen);
	});

test('a request from inside: works on the hole, not on the closed one', async () => {
	assert.match((await ask(open, '/preview', { url: secret })).text, /the key/);
	const { status, text } = await ask(shut, '/preview', { url: secret });
	assert.equal(status, 400);
	assert.doesNotMatch(text, /the key/);
});

for (const address of [
	'127.0.0.1',
	'169.254.169.254',
	'10.1.2.3',
	'::1',
	'::ffff:127.0.0.1',
	'fd00::1',
])
	test(`a name that resolves to ${address} is refused`, async () => {
		const resolve = async () => [{ address: '192.0.2.1' }, { address }];
		await assert.rejects(outside('https://shop.example/', resolve), /leads inside/);
	});

test('a name that leads out is accepted, other protocols are not', async () => {
	const resolve = async () => [{ address: '192.0.2.1' }];
	assert.equal((await outside('https://shop.example/a', resolve)).address, '192.0.2.1');
	for (const url of [
		'http://shop.example/',
		'file:///etc/passwd',
		'https://shop.example:22/',
		'nonsense',
	])
		await assert.rejects(outside(url, resolve), /only https|plain host/);
});
