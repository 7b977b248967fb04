import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Problem, changes, idOf, isDay, newTask, part } from './task.js';

// #region table
describe('a title', () => {
	for (const [what, title, accepted] of [
		['of one character', 'T', true],
		['with spaces around', '  Buy tea ', true],
		['that is empty', '', false],
		['of spaces', ' \t\n', false],
		['that is a number', 7, false],
		['that is null', null, false],
		['of 200 characters', 'x'.repeat(200), true],
		['of 201 characters', 'x'.repeat(201), false],
		['of 200 emoji', '🫖'.repeat(200), true],
		['with a character that PostgreSQL has not', 'a\0b', false],
		['with half an emoji', '\ud83e', false],
	])
		test(`${what} is ${accepted ? 'accepted' : 'refused'}`, () => {
			if (accepted) assert.equal(newTask({ title }).title, title.trim());
			else assert.throws(() => newTask({ title }), { status: 422 });
		});
});
// #endregion table

describe('a day', () => {
	for (const day of ['2026-03-09', '2028-02-29', '0001-01-01', '9999-12-31'])
		test(`${day} is one`, () => assert.equal(isDay(day), true));
	for (const day of [
		'2026-02-29',
		'2026-13-01',
		'2026-3-9',
		'0000-01-01',
		'9.3.2026',
		'',
		20260309,
	])
		test(`${day} is none`, () => assert.equal(isDay(day), false));
});

test('a new task has its usual values', () => {
	assert.deepEqual(newTask({ title: 'Tea' }), { title: 'Tea', done: false, due: null });
	assert.throws(() => newTask({}), { status: 422 });
});

test('a change has what was sent, and only that', () => {
	assert.deepEqual(changes({ due: null }), { due: null });
	assert.deepEqual(changes({ title: ' Tea ' }), { title: 'Tea' });
	assert.deepEqual(changes({}), {});
});

for (const body of [
	null,
	5,
	'text',
	[],
	{ id: 7 },
	{ constructor: 1 },
	{ done: 'yes' },
	{ due: '' },
])
	test(`${JSON.stringify(body)} is refused`, () => {
		assert.throws(() => changes(body), { status: 422 });
		assert.throws(() => newTask(body), { status: 422 });
	});

test('every field that is wrong is named', () => {
	try {
		newTask({ title: '', done: 1, admin: true });
		assert.fail();
	} catch (error) {
		assert.ok(error instanceof Problem);
		assert.deepEqual(Object.keys(error.body.errors), ['title', 'done', 'admin']);
	}
});

test('a field with the name of a part of every object is refused', () => {
	for (const name of ['__proto__', 'constructor', 'toString'])
		assert.throws(() => newTask(JSON.parse(`{"title": "Tea", "${name}": 1}`)), { status: 422 });
	assert.throws(() => part(new URLSearchParams('__proto__=1')), { status: 400 });
});

test('the part of the list', () => {
	const of = (text) => part(new URLSearchParams(text));
	assert.deepEqual(of(''), { limit: 20, after: null, done: null });
	assert.deepEqual(of('limit=5&after=7&done=false'), { limit: 5, after: 7, done: false });
	for (const text of ['limit=0', 'limit=101', 'limit=x', 'after=x', 'after=', 'done=1', 'limti=5'])
		assert.throws(() => of(text), { status: 400 }, text);
});

test('a number is an id only if a task can have it', () => {
	assert.equal(idOf('2147483647'), 2147483647);
	for (const text of ['2147483648', '0', '-1', '1e3', '07', '', ' 1', undefined])
		assert.equal(idOf(text), undefined);
});
