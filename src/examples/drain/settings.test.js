import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './settings.js';

test('standards where nothing is said', () => {
	const settings = readSettings({ DATABASE_URL: 'postgres://x' });
	assert.deepEqual([settings.port, settings.drainSeconds, settings.newCheckout], [3000, 20, false]);
});

test('everything that is wrong is said at once', () => {
	assert.throws(() => readSettings({ PORT: '80a' }), /PORT is "80a"[^]*DATABASE_URL is missing/);
});

test('settings cannot be changed', () => {
	const settings = readSettings({ DATABASE_URL: 'x' });
	assert.throws(() => {
		settings.port = 1;
	}, TypeError);
});
