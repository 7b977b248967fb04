import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { careful } from './careful.js';
import { open } from './data.js';
import { checked, makeServer } from './server.js';

const servers = [makeServer(true), makeServer(false)];
let open_, shut;
before(async () => {
	[open_, shut] = await Promise.all(
		servers.map(
			(server) =>
				new Promise((resolve) =>
					server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)),
				),
		),
	);
});
after(() => servers.forEach((server) => server.close()));

const ask = async (at, who, path, body) => {
	const response = await fetch(at + path, {
		method: body ? 'PATCH' : 'GET',
		headers: { authorization: `Bearer ${who}` },
		body: body && JSON.stringify(body),
	});
	return { status: response.status, body: await response.json() };
};

test("somebody else's invoice: read in the careless one, unknown in the careful one", async () => {
	assert.equal((await ask(open_, 'ada', '/invoices/102')).body.customer, 'ben');
	const [foreign, missing] = [
		await ask(shut, 'ada', '/invoices/102'),
		await ask(shut, 'ada', '/invoices/999'),
	];
	assert.deepEqual(foreign, { status: 404, body: { error: 'no such invoice' } });
	assert.deepEqual(foreign, missing);
	assert.equal((await ask(shut, 'ada', '/invoices/101')).status, 200);
});

test('fields that nobody offered are not taken', async () => {
	assert.equal((await ask(open_, 'ada', '/invoices/101', { paid: 1 })).body.paid, 1);
	assert.equal((await ask(shut, 'cleo', '/invoices/101', { paid: 1 })).status, 400);
	const { body } = await ask(shut, 'cleo', '/invoices/101', { note: 'a', paid: 1, cents: 1 });
	assert.deepEqual([body.note, body.paid, body.cents], ['a', 0, 2390]);
	assert.equal((await ask(shut, 'ada', '/invoices/101')).body.paid, 0);
});

test('roles and attributes', async () => {
	assert.equal((await ask(shut, 'ada', '/invoices/101', { note: 'a' })).status, 403);
	assert.equal((await ask(shut, 'cleo', '/invoices/103', { note: 'a' })).status, 403);
	assert.equal((await ask(shut, 'dan', '/invoices/103', { note: 'a' })).status, 200);
	assert.equal((await ask(open_, 'ada', '/export')).body.length, 3);
	assert.equal((await ask(shut, 'ada', '/export')).status, 403);
	const { body } = await ask(shut, 'dan', '/export');
	assert.deepEqual(new Set(body.map(({ tenant }) => tenant)), new Set(['tea-house']));
});

test('names that every object has open nothing', async () => {
	for (const who of ['constructor', 'toString', '__proto__'])
		assert.equal((await ask(shut, who, '/invoices/101')).status, 401);
});

test('a route that does not say what it needs stops the start', () => {
	const routes = careful(open());
	delete routes['GET /export'].needs;
	assert.throws(() => checked(routes), /GET \/export does not say what it needs/);
});

test('what was refused is written down', async () => {
	await ask(shut, 'ben', '/invoices/101');
	const { db } = servers[1];
	assert.deepEqual(
		{ ...db.prepare('SELECT * FROM audit ORDER BY id DESC').get(), id: 0 },
		{
			id: 0,
			who: 'ben',
			action: 'GET /invoices/:id',
			object: '101',
			allowed: 0,
		},
	);
});

test('no request ends a server', async () => {
	for (const at of [open_, shut]) {
		for (const body of ['', '{', 'null', '7', '"note"', '[]']) {
			const response = await fetch(`${at}/invoices/101`, {
				method: 'PATCH',
				headers: { authorization: 'Bearer cleo' },
				body,
			});
			assert.equal(response.status, body === '[]' && at === open_ ? 500 : 400, body);
		}
		for (const start of [
			'GET // HTTP/1.1\r\nconnection: close',
			'GET /invoices/%E0%A4%A HTTP/1.1\r\nconnection: close',
			'PATCH /invoices/101 HTTP/1.1\r\ncontent-length: 99',
		]) {
			const socket = connect(new URL(at).port, '127.0.0.1');
			socket.on('error', () => {}).resume();
			socket.end(`${start}\r\nhost: x\r\nauthorization: Bearer cleo\r\n\r\n{`);
			await once(socket, 'close');
		}
		assert.equal((await ask(at, 'ada', '/invoices/101')).status, 200);
	}
});
