import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCache } from './cache.js';

// #region late
test('what was read before a change is not kept after it', async () => {
	const cache = makeCache();
	const slow = Promise.withResolvers();
	const early = cache.get('/', () => slow.promise); // has read, and is still on its way
	cache.clear(); // somebody writes
	slow.resolve('old');
	await early;
	assert.equal(await cache.get('/', async () => 'new'), 'new');
});
// #endregion late

test('many who ask at once are one question', async () => {
	const cache = makeCache();
	let asked = 0;
	const load = async () => ++asked;
	assert.deepEqual(await Promise.all([1, 2, 3].map(() => cache.get('/', load))), [1, 1, 1]);
});

test('a failure is not kept', async () => {
	const cache = makeCache();
	await assert.rejects(cache.get('/', () => Promise.reject(new Error('no'))));
	assert.equal(await cache.get('/', async () => 'yes'), 'yes');
});

test('the oldest goes when it is full', async () => {
	const cache = makeCache(2);
	for (const key of ['a', 'b', 'c']) await cache.get(key, async () => key);
	assert.equal(await cache.get('c', async () => 'again'), 'c');
	assert.equal(await cache.get('a', async () => 'again'), 'again');
});
