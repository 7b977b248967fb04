import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import { openFeed } from './feed.js';

process.env.PORT = '0';
const { server } = await import('./server.js');
let port;
before(async () => {
	if (!server.listening) await once(server, 'listening');
	({ port } = server.address());
});
after(() => {
	server.close();
	server.closeAllConnections();
});

const get = async (path, options) =>
	(await fetch(`http://127.0.0.1:${port}${path}`, options)).text();
const price = (cents) => get(`/price?cents=${cents}`, { method: 'POST' });
const open = (options) => new WebSocket(`ws://127.0.0.1:${port}/socket`, options);
const until = async (true_) => {
	for (let n = 0; n < 1000 && !(await true_()); n += 1)
		await new Promise((resolve) => setTimeout(resolve, 5));
	assert.ok(await true_());
};
const listeners = async () => Number(await get('/following'));
/** What a client that follows is told at once, as many messages as are wanted. */
const told = async (asked, count) => {
	const socket = open();
	const messages = [];
	socket.on('open', () => socket.send(JSON.stringify(asked)));
	socket.on('message', (text) => messages.push(JSON.parse(text)));
	await until(() => messages.length >= count);
	socket.terminate();
	return messages;
};

test('a feed knows what it has forgotten', () => {
	const feed = openFeed({ keep: 2 });
	assert.ok(feed.has(0));
	for (const cents of [1, 2, 3, 4]) feed.publish(cents);
	assert.deepEqual(
		feed.since(2).map(({ id }) => id),
		[3, 4],
	);
	assert.deepEqual(
		[0, 1, 2, 4, 5, NaN].map((id) => feed.has(id)),
		[false, false, true, true, false, false],
	);
	assert.ok(!feed.has(2, 'another life'));
});

test('a client resumes, or is told to begin anew', async () => {
	await price(1);
	await price(2);
	const life = await get('/life');
	assert.deepEqual(await told({ follow: 1, life }, 1), [{ id: 2, cents: 2 }]);
	for (const asked of [{ follow: 0 }, { follow: 1, life: 'old' }, { follow: 9, life }])
		assert.deepEqual(await told(asked, 3), [
			{ reset: life },
			{ id: 1, cents: 1 },
			{ id: 2, cents: 2 },
		]);
});

test('nonsense closes one connection, and no other', async () => {
	for (const text of ['x', 'null', '[]', '{}', '{"follow":"1"}', 'y'.repeat(2000)]) {
		const socket = open();
		socket.on('error', () => {});
		socket.on('open', () => socket.send(text));
		await once(socket, 'close');
	}
	const raw = connect(port, '127.0.0.1');
	raw.on('error', () => {});
	raw.write(
		'GET /socket HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n' +
			'sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
	);
	await once(raw, 'data');
	raw.write(Buffer.from([0x81, 0x01, 0x78])); // a frame without a mask
	await once(raw, 'close');
	const odd = connect(port, '127.0.0.1');
	odd.end('GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
	assert.match(String(await once(odd, 'data')), /404/);
	assert.notEqual(await get('/life'), '');
});

test('a foreign page gets no socket', async () => {
	const socket = open({ origin: 'https://evil.example' });
	const [error] = await once(socket, 'error');
	assert.match(error.message, /403/);
	const own = open({ origin: 'https://shop.example' });
	await once(own, 'open');
	own.terminate();
});

test('a long poll leaves nothing behind', async () => {
	await until(async () => (await listeners()) === 0);
	const after = 1_000_000;
	const leave = new AbortController();
	const gone = get(`/long-poll?after=${after}`, { signal: leave.signal }).catch(() => 'gone');
	await until(async () => (await listeners()) === 1);
	leave.abort();
	assert.equal(await gone, 'gone');
	await until(async () => (await listeners()) === 0);
	const answer = get(`/long-poll?after=${after}`);
	await until(async () => (await listeners()) === 1);
	await price(3);
	assert.equal(await answer, '[]');
	assert.equal(await listeners(), 0);
});
