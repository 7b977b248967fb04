import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draft } from './draft.js';
import { tickets, tools } from './shop.js';

const mallory = tickets('http://evil.example')[2];

/** The worst model: does what Mallory says, and repeats all it is told. */
async function* obedient({ messages }) {
	const told = messages.findLast(({ role }) => role === 'tool');
	if (told) yield { type: 'text', text: told.content };
	else yield { type: 'call', id: '1', name: 'find_orders', input: { customer: 'boris' } };
	yield { type: 'end', reason: 'end' };
}
const drafted = async (tool, model = obedient) =>
	(await Array.fromAsync(draft(mallory, tool, { model }))).join('');

test('the open tool gives Boris away', async () => {
	assert.match(await drafted(tools.open()), /Birch Lane/);
});

test('the bound tool cannot, whatever the model wants', async () => {
	assert.doesNotMatch(await drafted(tools.bound(mallory)), /Birch Lane/);
});

test('a model that calls for ever is stopped', async () => {
	const endless = async function* () {
		yield { type: 'call', id: '1', name: 'find_orders', input: {} };
	};
	await assert.rejects(drafted(tools.bound(mallory), endless), /calls and calls/);
});

test('half an answer is not passed off as a whole one', async () => {
	const cut = async function* () {
		yield { type: 'text', text: 'We will' };
		yield { type: 'end', reason: 'length' };
	};
	await assert.rejects(drafted(tools.bound(mallory), cut), /cut off/);
});
