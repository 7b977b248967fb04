import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { deliver } from './deliver.js';
import { fault, sign } from './signature.js';

process.env.PORT = '0';
delete process.env.DB;
delete process.env.CRASH_AT;
const { server } = await import('./receiver.js');
let at;
before(async () => {
	if (!server.listening) await once(server, 'listening');
	at = `http://127.0.0.1:${server.address().port}/`;
});
after(() => {
	server.close();
	server.closeAllConnections();
});

const post = async (body, signature = sign('whsec_new', body)) =>
	(await fetch(at, { method: 'POST', body, headers: { 'x-signature': signature } })).status;
const paid = async () => (await fetch(`${at}paid`)).text();
const event = (id, data) => JSON.stringify({ id, type: 'payment.succeeded', data });

test('a signature fits its secret, its body and its time', () => {
	const header = sign('s', 'body', 1000);
	assert.equal(fault(['other', 's'], header, 'body', 1000), undefined);
	assert.equal(fault(['other'], header, 'body', 1000), 'wrong signature');
	assert.equal(fault(['s'], header, 'bodY', 1000), 'wrong signature');
	assert.equal(fault(['s'], header, 'body', 1301), 'too old');
	assert.equal(fault(['s'], undefined, 'body', 1000), 'no signature');
});

test('what is no event is the sender’s fault', async () => {
	for (const body of ['{', 'null', '[]', '{}', '{"id":7}', '"x"'])
		assert.equal(await post(body), 400, body);
});

test('a body that is too large is refused', async () => {
	assert.equal(await post('x'.repeat(1_000_001)), 413);
});

test('an event that cannot be worked on holds up no other', async () => {
	assert.equal(await post(event('poison')), 202);
	assert.equal(await post(event('poison-2', { order: '1' })), 202);
	assert.equal(await post(event('e1', { order: '1', cents: 500 })), 202);
	assert.equal(await post(event('e1', { order: '1', cents: 500 })), 202);
	let text;
	for (let n = 0; n < 500 && (text = await paid()).startsWith('0'); n += 1)
		await new Promise(setImmediate);
	assert.equal(text, '1 paid, 500 cents\n');
});

test('a delivery ends after its attempts, with bounded pauses', async () => {
	const broken = createServer((request, response) => response.writeHead(503).end('sorry'));
	await once(broken.listen(0, '127.0.0.1'), 'listening');
	const outcomes = await deliver(
		`http://127.0.0.1:${broken.address().port}/`,
		{ id: 'e' },
		{ attempts: 30, pause: 1, longest: 2 },
	);
	assert.deepEqual(outcomes, Array(30).fill(503));
	broken.close();
	broken.closeAllConnections();
});
