import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { makeServer as makeIssuer } from './authorization-server.js';
import { begins, challengeOf, clients, exact } from './clients.js';
import { makeServer as makePhotos } from './photos.js';
import { makeServer as makeShop } from './print-shop.js';

// Each needs the others' addresses, so the ports are taken first.
const handlers = [];
const servers = [0, 1, 2].map((n) =>
	createServer((request, response) => handlers[n].emit('request', request, response)),
);
let issuer, photos, shop;
before(async () => {
	for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
	[issuer, photos, shop] = servers.map((server) => `http://127.0.0.1:${server.address().port}`);
	handlers.push(await makeIssuer(issuer, shop), makePhotos(issuer), makeShop(shop, issuer, photos));
});
after(() => servers.forEach((server) => server.close()));

/** A browser: one cookie jar, no redirects by itself. */
function browser() {
	let cookie = '';
	return async (address, sent) => {
		const response = await fetch(address, {
			method: sent ? 'POST' : 'GET',
			body: sent && new URLSearchParams(sent),
			redirect: 'manual',
			headers: { cookie },
		});
		cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
		return {
			status: response.status,
			to: response.headers.get('location'),
			text: await response.text(),
		};
	};
}
const ada = { name: 'ada', password: 'correct horse' };
const token = async (sent) => {
	const response = await fetch(`${issuer}/token`, {
		method: 'POST',
		body: new URLSearchParams(sent),
	});
	return { status: response.status, ...(await response.json()) };
};
/** A code, and the verifier that belongs to it. */
async function code(verifier = 'v'.repeat(43)) {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: 'print-shop',
		redirect_uri: `${shop}/callback`,
		scope: 'openid photos:read',
		state: 's',
		code_challenge: challengeOf(verifier),
		code_challenge_method: 'S256',
	});
	const { to } = await browser()(`${issuer}/authorize?${query}`, ada);
	return new URL(to).searchParams.get('code');
}
const exchange = async (value, changes = {}) =>
	token({
		grant_type: 'authorization_code',
		client_id: 'print-shop',
		redirect_uri: `${shop}/callback`,
		code: value,
		code_verifier: 'v'.repeat(43),
		...changes,
	});

test('the whole flow ends with the photos', async () => {
	const visit = browser();
	const { to: question } = await visit(`${shop}/login`);
	const { to: answer } = await visit(question, ada);
	assert.equal((await visit(answer)).to, '/');
	assert.equal((await visit(shop)).text, 'ada: three photos of ada\n');
});

test('an answer that somebody else began is refused', async () => {
	const [mallory, visitor] = [browser(), browser()];
	const { to: question } = await mallory(`${shop}/login`);
	const { to: answer } = await mallory(question, ada);
	await visitor(`${shop}/login`);
	assert.match((await visitor(answer)).text, /no question of ours/);
});

test('a code is good once, with its verifier, for its client and its address', async () => {
	assert.equal(
		(await exchange(await code(), { code_verifier: 'x'.repeat(43) })).error,
		'invalid_grant',
	);
	assert.equal((await exchange(await code(), { client_id: 'nightly' })).error, 'invalid_grant');
	assert.equal((await exchange(await code(), { redirect_uri: 'http://e' })).error, 'invalid_grant');
	const value = await code();
	const first = await exchange(value);
	assert.equal(first.token_type, 'Bearer');
	assert.equal((await exchange(value)).error, 'invalid_grant');
	// ... and the second attempt ended what the first one got.
	const again = {
		grant_type: 'refresh_token',
		client_id: 'print-shop',
		refresh_token: first.refresh_token,
	};
	assert.equal((await token(again)).error, 'invalid_grant');
});

test('a refresh token is good once, and its return ends the family', async () => {
	const refresh = (refresh_token) =>
		token({ grant_type: 'refresh_token', client_id: 'print-shop', refresh_token });
	const first = await exchange(await code());
	const second = await refresh(first.refresh_token);
	assert.equal(second.status, 200);
	assert.equal((await refresh(first.refresh_token)).error, 'invalid_grant');
	assert.equal((await refresh(second.refresh_token)).error, 'invalid_grant');
});

test('only registered addresses, letter by letter', () => {
	const client = clients('http://127.0.0.1:3001').get('print-shop');
	assert.ok(exact(client, 'http://127.0.0.1:3001/callback'));
	for (const address of [
		'http://127.0.0.1:3001@127.0.0.1:3002/callback',
		'http://127.0.0.1:30011/callback',
	]) {
		assert.ok(begins(client, address));
		assert.ok(!exact(client, address));
	}
});

test('a program on its own gets what it may, and no person behind it', async () => {
	const ask = (client_secret, scope) =>
		token({ grant_type: 'client_credentials', client_id: 'nightly', client_secret, scope });
	assert.equal((await ask('wrong', 'photos:count')).error, 'invalid_client');
	assert.equal((await ask('a random secret', 'photos:read')).error, 'invalid_scope');
	const answer = await ask('a random secret', 'photos:count');
	assert.equal(answer.refresh_token, undefined);
	const response = await fetch(photos, {
		headers: { authorization: `Bearer ${answer.access_token}` },
	});
	assert.equal(response.status, 403);
});

test('an ID token opens no API', async () => {
	const { id_token } = await exchange(await code());
	const response = await fetch(photos, { headers: { authorization: `Bearer ${id_token}` } });
	assert.equal(response.status, 401);
});

test('nobody gets a code without a challenge', async () => {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: 'print-shop',
		redirect_uri: `${shop}/callback`,
		scope: 'openid',
	});
	const { to } = await browser()(`${issuer}/authorize?${query}`, ada);
	assert.equal(new URL(to).searchParams.get('error'), 'invalid_request');
});

test('a challenge is more than its method', async () => {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: 'print-shop',
		redirect_uri: `${shop}/callback`,
		scope: 'openid',
		code_challenge_method: 'S256',
	});
	const { to } = await browser()(`${issuer}/authorize?${query}`, ada);
	assert.equal(new URL(to).searchParams.get('error'), 'invalid_request');
});

test('nobody logs in as nobody', async () => {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: 'print-shop',
		redirect_uri: `${shop}/callback`,
		scope: 'openid',
		code_challenge: challengeOf('v'.repeat(43)),
		code_challenge_method: 'S256',
	});
	for (const sent of [{}, { name: 'eve' }])
		assert.equal((await browser()(`${issuer}/authorize?${query}`, sent)).status, 401);
});

/** Sends a request as it is written, and waits until the connection ends. */
async function raw(at, text) {
	const socket = connect(new URL(at).port, '127.0.0.1');
	socket.on('error', () => {}).resume();
	socket.end(text);
	await once(socket, 'close');
}

test('no request ends a server', async () => {
	for (const at of [issuer, photos, shop]) {
		for (const target of ['//', 'http://[/', '/callback?code=%E0%A4%A&state=x'])
			await raw(at, `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
		for (const path of ['/token', '/authorize', '/login'])
			await raw(at, `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\nabc`);
	}
	assert.equal((await fetch(`${issuer}/keys`)).status, 200);
	assert.equal((await fetch(photos)).status, 401);
	assert.equal(await (await fetch(shop)).text(), 'somebody: log in first\n');
});
