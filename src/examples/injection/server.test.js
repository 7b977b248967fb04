import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { connect, isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closed, fetched, outside } from './closed.js';
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
	return { status: response.status, headers: response.headers, text: await response.text() };
};

test('what is meant works in both', async () => {
	for (const at of [open, shut]) {
		assert.equal((await ask(at, '/lines', { file: 'march.txt' })).text.trim(), '2');
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

test('what comes from elsewhere is no page of the closed one', async () => {
	const { headers } = await ask(shut, '/report', { file: 'march.txt' });
	assert.match(headers.get('content-type'), /^text\/plain/);
	assert.equal(headers.get('x-content-type-options'), 'nosniff');
	assert.match(
		(await ask(open, '/report', { file: 'march.txt' })).headers.get('content-type'),
		/html/,
	);
});

/** Sends a request as it is written, and waits until the connection ends. */
const raw = async (at, text) => {
	const socket = connect(new URL(at).port, '127.0.0.1');
	let answer = '';
	socket.setEncoding('utf8').on('data', (part) => (answer += part));
	socket.on('error', () => {});
	socket.end(text);
	await new Promise((resolve) => socket.on('close', resolve));
	return answer;
};

for (const [what, target] of [
	['two slashes', '//'],
	['a broken host', 'http://[/'],
	['a broken percent sign', '/report?file=%E0%A4%A'],
	['a name that every object has', 'data:constructor'],
])
	test(`${what} as an address does not end the servers`, async () => {
		for (const at of [open, shut]) {
			const answer = await raw(
				at,
				`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
			);
			assert.match(answer, /^HTTP\/1.1 [45]00/);
			assert.match((await ask(at, '/greet', { name: 'Ada' })).text, /Hello Ada/);
		}
	});

test('a request that is broken off does not end the servers', async () => {
	for (const at of [open, shut]) {
		await raw(at, 'POST /greet?name=x HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nabc');
		assert.match((await ask(at, '/greet', { name: 'Ada' })).text, /Hello Ada/);
	}
});

for (const address of [
	'127.0.0.1',
	'169.254.169.254',
	'10.1.2.3',
	'192.0.0.1',
	'198.18.0.1',
	'224.0.0.1',
	'255.255.255.255',
	'::1',
	'::127.0.0.1',
	'::ffff:127.0.0.1',
	'64:ff9b::a9fe:a9fe',
	'2002:7f00:1::',
	'2001:db8::1',
	'fd00::1',
	'fec0::1',
	'ff02::1',
])
	test(`a name that resolves to ${address} is refused`, async () => {
		const other = { address, family: isIP(address) };
		const resolve = async () => [{ address: '1.1.1.1', family: 4 }, other];
		await assert.rejects(outside('https://shop.example/', resolve), /leads inside/);
	});

test('a name that leads out is accepted, other protocols are not', async () => {
	const found = { address: '1.1.1.1', family: 4 };
	const six = { address: '2606:4700:4700::1111', family: 6 };
	const resolve = async () => [found, six];
	assert.deepEqual((await outside('https://shop.example/a', resolve)).found, found);
	const nothing = async () => Promise.reject(new Error('ENOTFOUND'));
	await assert.rejects(outside('https://shop.example/a', nothing), /no such host/);
	for (const url of [
		'http://shop.example/',
		'file:///etc/passwd',
		'https://shop.example:22/',
		'nonsense',
	])
		await assert.rejects(outside(url, resolve), /only https|plain host/);
});

test('a page is fetched from the checked address, once, and with limits', async () => {
	const answers = {
		'/page': (response) => response.end('<script>'),
		'/redirect': (response) => response.writeHead(302, { location: secret }).end(),
		'/large': (response) => response.end('x'.repeat(1000)),
		'/cut': (response) =>
			response.writeHead(200, { 'content-length': 9 }).end('x', () => response.destroy()),
		'/stalled': (response) => response.write('x'),
		'/silent': () => {},
	};
	const server = createServer((request, response) => answers[request.url](response));
	const { port } = new URL(await listen(server));
	const from = (path, time) =>
		fetched(
			{
				url: new URL(`http://no-such.example:${port}${path}`),
				found: { address: '127.0.0.1', family: 4 },
			},
			get,
			500,
			time,
		);
	assert.equal(await from('/page'), '<script>');
	await assert.rejects(from('/redirect'), /answers 302/);
	await assert.rejects(from('/large'), /too large/);
	await assert.rejects(from('/cut'));
	for (const path of ['/stalled', '/silent']) await assert.rejects(from(path, 100));
	server.closeAllConnections();
	server.close();
});
