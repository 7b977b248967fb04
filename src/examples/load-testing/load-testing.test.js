import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ask, closed, open, percentile, plan } from './generate.js';
import { pool } from './queue.js';
import { serve } from './server.js';

test('a plan has about as many requests as asked for, in order, and is repeatable', () => {
	const times = plan(200, 50);
	assert.ok(times.length > 9_500 && times.length < 10_500);
	assert.deepEqual(
		times.toSorted((a, b) => a - b),
		times,
	);
	assert.deepEqual(plan(200, 50), times);
	assert.ok(plan(10, 1, 5).every((time) => time >= 5000 && time < 6000));
});

test('percentiles are values that occurred', () => {
	const values = Array.from({ length: 100 }, (_, n) => 100 - n);
	assert.equal(percentile(values, 0.5), 50);
	assert.equal(percentile(values, 0.99), 99);
	assert.equal(percentile(values, 1), 100);
	assert.equal(percentile([7], 0.5), 7);
});

test('as arithmetic: even arrivals never wait below the limit, random ones do', () => {
	const even = Array.from({ length: 10_000 }, (_, n) => (n * 1000) / 190);
	assert.equal(Math.round(percentile(pool(even), 0.99)), 20);
	assert.ok(percentile(pool(plan(190, 50)), 0.99) > 40);
});

describe('a real server', () => {
	const servers = [serve(), serve({ most: 8 })];
	let url;
	let shedding;
	before(async () => {
		for (const server of servers)
			await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
		[url, shedding] = servers.map((server) => `http://127.0.0.1:${server.address().port}/`);
		await Promise.all(Array.from({ length: 20 }, () => ask(url)));
	});
	after(() => {
		for (const server of servers) {
			server.closeAllConnections();
			server.close();
		}
	});
	const took = (results) => results.map(({ due, done }) => done - due);

	test('is slow past the knee, and not before', async () => {
		const calm = await open(url, plan(60, 1));
		const hot = await open(url, plan(500, 1));
		assert.ok(percentile(took(hot), 0.95) > 4 * percentile(took(calm), 0.95));
		assert.ok([...calm, ...hot].every(({ status }) => status === 200));
	});

	test('that stops is noticed by the plan, not by who waits', async () => {
		const stopped = (load) => {
			setTimeout(() => ask(`${url}report`), 200);
			return load;
		};
		const slow = (times) => times.filter((time) => time > 200).length;
		const users = await stopped(closed(url, 4, 1.5));
		const few = await stopped(open(url, plan(100, 1.5), 4));
		const fromSending = (results) => slow(results.map(({ sent, done }) => done - sent));
		assert.ok(fromSending(users) >= 4);
		assert.ok(slow(took(few)) > 4 * fromSending(users));
		assert.ok(slow(took(few)) > 4 * fromSending(few));
	});

	test('that sheds refuses some and answers the rest in time', async () => {
		const results = await open(shedding, plan(500, 1));
		const answered = results.filter(({ status }) => status === 200);
		const refused = results.filter(({ status }) => status === 503);
		assert.equal(answered.length + refused.length, results.length);
		assert.ok(answered.length > 50 && refused.length > 50);
		const all = await open(url, plan(500, 1));
		assert.ok(percentile(took(answered), 0.95) < percentile(took(all), 0.95) / 2);
	});
});
