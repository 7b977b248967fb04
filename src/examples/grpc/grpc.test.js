import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { grpc, load } from './load.js';

process.env.PORT = '0';
const { listening, server } = await import('./server.js');
const { Prices } = load('prices.proto');
const client = new Prices(`127.0.0.1:${await listening}`, grpc.credentials.createInsecure());
after(() => {
	client.close();
	server.forceShutdown();
});

const deadline = () => new Date(Date.now() + 10_000);
const get = (product, options = { deadline: deadline() }) =>
	new Promise((resolve, reject) =>
		client.get({ product }, options, (error, price) => (error ? reject(error) : resolve(price))),
	);
const watch = async (product) => {
	const seen = [];
	for await (const { cents } of client.watch({ product }, { deadline: deadline() }))
		seen.push(cents);
	return seen;
};

test('unary and streaming', async () => {
	assert.deepEqual(await get('tea'), { product: 'tea', cents: 450 });
	assert.deepEqual(await watch('tea'), [450, 430, 470]);
});

test('names that every object has are no products, and the server lives on', async () => {
	for (const name of ['constructor', '__proto__', 'toString', '']) {
		await assert.rejects(get(name), { code: grpc.status.NOT_FOUND });
		await assert.rejects(watch(name), { code: grpc.status.NOT_FOUND });
	}
	assert.equal((await get('tea')).cents, 450);
});

test('a cancelled stream ends, and the server lives on', async () => {
	const call = client.watch({ product: 'tea' }, { deadline: deadline() });
	const failed = once(call, 'error').catch((error) => [error]);
	call.once('data', () => call.cancel());
	const [error] = await failed;
	assert.equal(error.code, grpc.status.CANCELLED);
	assert.equal((await get('tea')).cents, 450);
});

test('a deadline ends a slow call', async () => {
	const soon = { deadline: new Date(Date.now() + 50) };
	await assert.rejects(get('pot', soon), { code: grpc.status.DEADLINE_EXCEEDED });
});
