import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { makeServer } from './server.js';
import { begin, end, endAll, userOf } from './sessions.js';
import { note, wait } from './throttle.js';

process.env.ORIGIN = 'https://shop.example';
const servers = ['careless', 'lax', 'careful'].map(makeServer);
let careless, lax, careful;
before(async () => {
	[careless, lax, careful] = await Promise.all(
		servers.map(
			(server) =>
				new Promise((resolve) =>
					server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`)),
				),
		),
	);
});
after(() => servers.forEach((server) => server.close()));

const post = (address, body, headers = {}) =>
	fetch(address, {
		method: 'POST',
		body: new URLSearchParams(body),
		headers,
		redirect: 'manual',
	});
const login = async (shop, password = 'correct horse battery') => {
	const response = await post(`${shop}/login`, { name: 'ada', password });
	return { status: response.status, cookie: response.headers.getSetCookie()[0] ?? '' };
};
const who = async (shop, cookie) =>
	(await fetch(shop, { headers: { cookie: cookie.split(';')[0] } })).status;

test('a right password opens a session, a wrong one does not', async () => {
	const { status, cookie } = await login(careful);
	assert.equal(status, 303);
	assert.match(cookie, /HttpOnly; Secure; SameSite=Lax/);
	assert.equal(await who(careful, cookie), 200);
	assert.equal((await login(careful, 'wrong')).status, 401);
	assert.equal(await who(careful, '__Host-session=invented'), 401);
});

test('logging out ends the session on the server', async () => {
	const { cookie } = await login(careful);
	await post(`${careful}/logout`, {}, { cookie: cookie.split(';')[0] });
	assert.equal(await who(careful, cookie), 401);
});

test('a new password ends the sessions elsewhere, and wants the old one', async () => {
	const here = (await login(careful)).cookie.split(';')[0];
	const there = (await login(careful)).cookie;
	const change = (sent) => post(`${careful}/password`, sent, { cookie: here });
	const old = 'correct horse battery';
	assert.equal((await change({ old: 'wrong', new: old })).status, 401);
	assert.equal((await change({ old, new: 'short' })).status, 400);
	assert.equal((await change({ old })).status, 400);
	assert.equal(await who(careful, there), 200);
	assert.equal((await change({ old, new: old })).status, 303);
	assert.equal(await who(careful, there), 401);
});

for (const [what, headers] of [
	['fetch metadata', { 'sec-fetch-site': 'cross-site' }],
	['a sibling', { 'sec-fetch-site': 'same-site' }],
	['an origin', { origin: 'http://evil.example' }],
	['a hidden origin', { origin: 'null' }],
])
	test(`a request from another site (${what}) changes nothing in the careful one`, async () => {
		for (const [shop, expected] of [
			[careless, 303],
			[careful, 403],
		]) {
			const cookie = (await login(shop)).cookie.split(';')[0];
			const { status } = await post(
				`${shop}/email`,
				{ email: 'e@evil.example' },
				{ cookie, ...headers },
			);
			assert.equal(status, expected);
		}
	});

test('each lock against other sites holds by itself', async () => {
	// SameSite is the browser's: it does not send the cookie.
	const { status } = await post(`${lax}/email`, { email: 'e@evil.example' });
	assert.equal(status, 401);
	assert.match((await login(lax)).cookie, /SameSite=Lax/);
	assert.match((await login(careless)).cookie, /SameSite=None/);
});

test('our own page may send, by either sign', async () => {
	for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: 'https://shop.example' }])
		assert.equal((await post(`${careful}/logout`, {}, headers)).status, 401); // and not 403
});

test('a new address wants the password, and both are throttled', async () => {
	const cookie = (await login(careful)).cookie.split(';')[0];
	const change = (sent) =>
		post(`${careful}/email`, { email: 'ada@shop.example', ...sent }, { cookie });
	const password = 'correct horse battery';
	assert.equal((await change({ password })).status, 303);
	assert.equal((await change({ password, email: '<script>' })).status, 400);
	for (const sent of [{}, { password: 'wrong' }, {}, {}, {}])
		assert.equal((await change(sent)).status, 401);
	assert.equal((await change({ password })).status, 429);
	note('ada', true);
	assert.equal((await change({ password })).status, 303);
});

for (const what of ['careless', 'careful'])
	test(`a request that is broken off does not end the ${what} server`, async () => {
		const shop = what === 'careless' ? careless : careful;
		const socket = connect(new URL(shop).port, '127.0.0.1');
		socket.end('POST /login HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nname=');
		socket.resume();
		await new Promise((resolve) => socket.on('close', resolve));
		assert.equal((await fetch(`${shop}/login`)).status, 200);
	});

test('a body that is too large is refused', async () => {
	assert.equal((await post(`${careful}/login`, { name: 'x'.repeat(20_000) })).status, 413);
});

test('a session ends after a week without use, and after a month in any case', () => {
	const day = 24 * 60 * 60 * 1000;
	const token = begin('ben', 0);
	assert.equal(userOf(token, 6 * day), 'ben');
	assert.equal(userOf(token, 12 * day), 'ben');
	assert.equal(userOf(token, 20 * day), undefined);
	const other = begin('ben', 0);
	for (let n = 1; n < 30; n += 1) assert.equal(userOf(other, n * day), 'ben');
	assert.equal(userOf(other, 30 * day + 1), undefined);
});

test('sessions of one user end, the others go on', () => {
	const [one, two, three] = [begin('cleo'), begin('cleo'), begin('dan')];
	end(one);
	assert.deepEqual([userOf(one), userOf(two)], [undefined, 'cleo']);
	endAll('cleo');
	assert.deepEqual([userOf(two), userOf(three)], [undefined, 'dan']);
});

test('after five failures each attempt waits twice as long, at most 15 minutes', () => {
	for (let n = 0; n < 4; n += 1) note('eve', false, 0);
	assert.equal(wait('eve', 0), 0);
	note('eve', false, 0);
	assert.equal(wait('eve', 0), 1000);
	assert.equal(wait('eve', 1000), 0);
	note('eve', false, 0);
	assert.equal(wait('eve', 0), 2000);
	for (let n = 0; n < 50; n += 1) note('eve', false, 0);
	assert.equal(wait('eve', 0), 900_000);
	note('eve', true);
	assert.equal(wait('eve', 0), 0);
	const day = 24 * 60 * 60 * 1000;
	for (let n = 0; n < 6; n += 1) note('fred', false, 0);
	note('fred', false, day);
	assert.equal(wait('fred', day), 0);
});
