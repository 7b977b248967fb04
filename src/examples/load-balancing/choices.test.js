import assert from 'node:assert/strict';
import { test } from 'node:test';
import { simulate, ways } from './choices.js';

const few = { requests: 20_000 };
const wait = (name, age) => simulate(ways[name], age, few);

test('who always knows does best with the least loaded', () => {
	assert.ok(wait('least', 0) < wait('two choices', 0));
	assert.ok(wait('two choices', 0) < wait('random', 0) / 2);
});

test('with an old picture all run to the same server, and two choices do not', () => {
	assert.ok(wait('least', 10) > wait('random', 10));
	assert.ok(wait('two choices', 10) < wait('random', 10) / 2);
});

test('each simulation of the same is the same', () => {
	assert.equal(wait('random', 0), wait('random', 0));
});
