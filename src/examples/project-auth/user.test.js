import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, store } from './passwords.js';
import { checked, newTask, whole } from './task.js';
import { rules } from './user.js';

test('a password is compared with its hash, and nobody has one', async () => {
	const stored = await store('correct horse battery');
	assert.equal(await check('correct horse battery', stored), true);
	assert.equal(await check('wrong', stored), false);
	assert.equal(await check('nobody'), false);
});

for (const [field, value, accepted] of [
	['email', 'ada@shop.example', true],
	['email', 'ada', false],
	['email', 'ada@shop.example\r\nbcc: all@shop.example', false],
	['email', `${'x'.repeat(250)}@shop.example`, false],
	['email', 7, false],
])
	test(`${field} ${JSON.stringify(value).slice(0, 40)}: ${accepted}`, () => {
		if (accepted) assert.deepEqual(whole({ email: value }, rules.address), { email: value });
		else assert.throws(() => whole({ email: value }, rules.address), { status: 422 });
	});

test('length is what counts in a password', () => {
	const change = (password) => whole({ old: 'x', password }, rules.change);
	assert.ok(change('correct horse battery'));
	for (const password of ['Pa55w0rd!', 'x'.repeat(201), undefined, 123456789012345])
		assert.throws(() => change(password), { status: 422 });
});

test('what is not known cannot be set', () => {
	assert.throws(() => checked({ name: 'Ada', email: 'x@y' }, rules.profile), { status: 422 });
	assert.throws(() => newTask({ title: 'Tea', owner: 1 }), { status: 422 });
	assert.throws(() => whole({}, rules.login), { status: 422 });
});
