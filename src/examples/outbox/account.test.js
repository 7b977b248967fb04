import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EMPTY, apply, decide, rebuild } from './account.js';

const run = (commands) =>
	commands.reduce((events, command) => [...events, ...decide(rebuild(events), command)], []);

test('the state is what the events say', () => {
	const events = run([
		{ type: 'open' },
		{ type: 'pay in', cents: 500 },
		{ type: 'withdraw', cents: 200 },
	]);
	assert.deepEqual(rebuild(events), { open: true, balance: 300 });
});

test('what is not allowed makes no event', () => {
	assert.throws(() => decide(EMPTY, { type: 'pay in', cents: 1 }), /no such account/);
	assert.throws(() => decide({ open: true, balance: 5 }, { type: 'withdraw', cents: 6 }), /enough/);
	assert.throws(() => decide({ open: true, balance: 5 }, { type: 'close' }), /not empty/);
});

test('from a snapshot it comes to the same', () => {
	const events = run([{ type: 'open' }, ...Array(9).fill({ type: 'pay in', cents: 10 })]);
	assert.deepEqual(rebuild(events.slice(5), rebuild(events.slice(0, 5))), rebuild(events));
});

test('an unknown event is passed over', () => {
	assert.deepEqual(apply(EMPTY, { type: 'renamed' }), EMPTY);
});
