import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decoder, encode } from './frames.js';

const messages = ['café', '', 'two\nlines'];
const all = Buffer.concat(messages.map(encode));

for (const size of [1, 3, all.length])
	test(`the same messages come out of pieces of ${size} bytes`, () => {
		const got = [];
		const feed = decoder((message) => got.push(message));
		for (let at = 0; at < all.length; at += size) feed(all.subarray(at, at + size));
		assert.deepEqual(got, messages);
	});

test('a message that is announced too long is refused before it is collected', () => {
	const feed = decoder(() => assert.fail('there is no message'));
	assert.throws(() => feed(Buffer.from([0xff, 0xff, 0xff, 0xff])), {
		message: '4294967295 bytes announced',
	});
});
