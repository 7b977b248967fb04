import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { minutesOf, orderOf, savedWithout, tooEarly, weeksOf } from './plan.js';

const { topics } = JSON.parse(readFileSync(new URL('graph.json', import.meta.url), 'utf8'));
const goals = ['rest', 'database-access', 'unit-testing'];
const from = '2026-11-30';

test('each topic comes after what it needs, and only once', () => {
	const order = orderOf(topics, goals);
	assert.equal(new Set(order).size, order.length);
	for (const [at, id] of order.entries()) {
		for (const need of topics[id].needs) assert.ok(order.indexOf(need) < at, `${id} before ${need}`);
	}
	assert.ok(tooEarly(topics, order).every(({ missing }) => missing.length === 0));
});

test('what is known, and what that needs, is left out', () => {
	const order = orderOf(topics, goals, ['http']);
	for (const id of ['http', 'dns', 'what-is-backend']) assert.ok(!order.includes(id));
});

test('a circle is refused by name', () => {
	const circle = { a: { needs: ['b'] }, b: { needs: ['a'] } };
	assert.throws(() => orderOf(circle, ['a']), /a needs b needs a/);
});

test('a list in the wrong order is caught', () => {
	const [rest] = tooEarly(topics, ['rest']);
	assert.ok(rest.missing.includes('http'));
});

test('the weeks hold all of it, and no week more than its hours', () => {
	const order = orderOf(topics, goals);
	for (const factor of [1, 1.5]) {
		for (const hours of [2, 4, 8]) {
			const weeks = weeksOf(topics, order, { hours, from, factor });
			const spent = weeks.map(({ fresh }) => fresh.reduce((sum, item) => sum + item.spent, 0));
			const all = spent.reduce((a, b) => a + b, 0);
			assert.ok(Math.abs(all - minutesOf(topics, order) * factor) < 1e-6);
			weeks.forEach(({ reviews }, at) => {
				if (spent[at]) assert.ok(spent[at] + 30 + reviews.length * 10 <= hours * 60 + 10);
			});
		}
	}
});

test('a week off moves the rest and loses nothing', () => {
	const order = orderOf(topics, goals);
	const all = weeksOf(topics, order, { hours: 4, from });
	const off = ['2026-12-21', '2026-12-28'];
	const later = weeksOf(topics, order, { hours: 4, from, off });
	assert.equal(later.length, all.length);
	assert.ok(later.every(({ monday }) => !off.includes(monday)));
	assert.deepEqual(
		later.map(({ fresh }) => fresh),
		all.map(({ fresh }) => fresh),
	);
});

test('half an hour a week never ends, and says so', () => {
	const order = orderOf(topics, goals);
	assert.throws(() => weeksOf(topics, order, { hours: 0.5, from }), /too few hours/);
});

test('giving up a goal saves only what no other goal needs', () => {
	const saved = savedWithout(topics, goals, 'unit-testing');
	assert.ok(!saved.includes('programming-fundamentals'));
	assert.ok(saved.includes('testing-strategy'));
});
