import assert from 'node:assert/strict';
import { once } from 'node:events';
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
