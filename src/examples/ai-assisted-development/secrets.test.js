import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretLines } from './secrets.js';

test('finds keys by how they begin, and by their names', () => {
	const text = [
		'const key = process.env.API_KEY;',
		"const key = 'shop_live_51Hx';",
		'password: hunter2hunter2',
		'PASSWORD=${DB_PASSWORD}',
		'the keys are on the piano',
		'"token": "c2VjcmV0LXRva2Vu"',
	].join('\n');
	assert.deepEqual(secretLines(text), [2, 3, 6]);
});
