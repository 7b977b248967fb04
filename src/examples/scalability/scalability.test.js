import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amdahl, simulate as withLock } from './lock.js';
import { openPage } from './page.js';
import { count, simulate as line } from './queue.js';
import { simulate as spike } from './spike.js';

test('no remedy changes the page', () => {
	const plain = openPage()('tea-7');
	assert.ok(plain.includes('<b>best</b> &amp; again'));
	for (const remedy of ['cache', 'trim', 'index']) assert.ok(openPage([remedy])('tea-7') === plain);
});

test("Little's law holds in the line, and a busy line is slow", () => {
	const { photographed, rate, time } = count(line({ busy: 0.8, servers: 1, requests: 200_000 }));
	assert.ok(Math.abs(photographed / (rate * time) - 1) < 0.02);
	assert.ok(Math.abs(time - 5) < 0.5); // 1 / (1 - 0.8)
});

test('with a lock workers do better than Amdahl says, and never better than the ceiling', () => {
	for (const n of [2, 8, 32]) {
		const rate = withLock(n, 0.1, 50_000);
		assert.ok(rate > amdahl(n, 0.1) && rate < 10.2, `${n}: ${rate}`);
	}
});

test('in the spike every page is in time, late, refused or still waiting', () => {
	const quiet = spike({ each: 1000 });
	assert.ok(Math.abs(quiet.inTime - quiet.wanted) < 1);
	const early = spike({ limit: 2 });
	assert.equal(early.late, 0);
	assert.ok(early.inTime > 10 * spike({}).inTime);
});
