import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask } from './model.js';
import { recorded } from './recorded.js';
import { tickets } from './shop.js';
import { sortTicket } from './sort.js';

const model = recorded(new URL('answers.json', import.meta.url), ask);
const { 1: late, 3: twice } = tickets('');

// #region tests
test('a wrong form is repaired', async () => {
	const sorted = await sortTicket(late, { model });
	assert.deepEqual(sorted, { category: 'delivery', urgency: 2, order: '1031' });
});

test('an order that the ticket does not name is not believed', async () => {
	const sorted = await sortTicket(twice, { model });
	assert.deepEqual(sorted, { category: 'payment', urgency: 2, order: null });
});

test('a model that talks nonsense twice is not asked a third time', async () => {
	let calls = 0;
	const nonsense = async () => {
		calls += 1;
		return { text: 'Certainly! Here is your JSON:', reason: 'end' };
	};
	assert.equal(await sortTicket(late, { model: nonsense }), null);
	assert.equal(calls, 2);
});
// #endregion tests
