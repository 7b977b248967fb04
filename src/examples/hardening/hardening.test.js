import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { checks } from './checks.js';
import { hardened } from './hardened.js';
import { insecure } from './insecure.js';

const servers = [insecure(), hardened()];
let open, shut;
before(async () => {
	for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
	[open, shut] = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
});
after(() => servers.forEach((server) => server.close()));

for (const [, what, holds] of checks)
	test(`${what}: open in the one, closed in the other`, async () => {
		assert.equal(await holds(open), false);
		assert.equal(await holds(shut), true);
	});

test('what is meant to work, works', async () => {
	const response = await fetch(`${shut}/notes`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"text":"a & b"}',
	});
	assert.equal(response.status, 201);
	assert.match(await (await fetch(shut)).text(), /a &amp; b/);
	const admin = await fetch(`${shut}/users/1`, {
		headers: { origin: 'https://admin.shop.example' },
	});
	assert.equal(admin.headers.get('access-control-allow-origin'), 'https://admin.shop.example');
});

test('no request ends a server, and the hardened one blames the sender', async () => {
	for (const at of [open, shut]) {
		for (const path of ['/login', '/notes'])
			for (const body of ['', '{', 'null', '7', '"text"', '[]']) {
				const response = await fetch(at + path, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body,
				});
				await response.text();
				if (at === shut) assert.ok([400, 401, 429].includes(response.status), `${path} ${body}`);
			}
		for (const start of [
			'GET // HTTP/1.1\r\nconnection: close',
			'GET http://[/ HTTP/1.1\r\nconnection: close',
			'POST /notes HTTP/1.1\r\ncontent-type: application/json\r\ncontent-length: 99',
		]) {
			const socket = connect(new URL(at).port, '127.0.0.1');
			let answer = '';
			socket.setEncoding('utf8').on('data', (part) => (answer += part));
			socket.on('error', () => {});
			socket.end(`${start}\r\nhost: x\r\n\r\n{`);
			await once(socket, 'close');
			if (at === shut && start.startsWith('GET')) assert.match(answer, /^HTTP\/1.1 404/);
		}
		assert.equal((await fetch(at)).status, 200);
	}
});
