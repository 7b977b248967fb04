import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checked, cursorAfter, part, placeOf, rules, whole } from './rules.js';

const right = { slug: 'a-1', title: 'T', body: 'B', tags: ['sql', 'node-js'] };

test('a post is trimmed, and its tags are told apart', () => {
	const sent = { ...right, title: ' T ', tags: ['sql', 'sql'] };
	assert.deepEqual(whole(sent, rules.post), { ...right, tags: ['sql'] });
});

// #region table
for (const [what, change] of [
	['no title', { title: undefined }],
	['an empty title', { title: ' ' }],
	['a vertical tab', { body: 'a\u000Bb' }],
	['the character U+0000', { body: 'a\u0000b' }],
	['half an emoji', { title: '\uD83D' }],
	['U+FFFF', { title: 'a\uFFFF' }],
	['a slug with a capital', { slug: 'First' }],
	['a slug that goes up', { slug: '../me' }],
	['a tag that is no text', { tags: [7] }],
	['eleven tags', { tags: Array(11).fill('a') }],
	['an author', { author: 2 }],
])
	test(`refused: ${what}`, () => {
		assert.throws(() => whole({ ...right, ...change }, rules.post), { status: 422 });
	});
// #endregion table

test('an emoji, a tab and a new line are text', () => {
	assert.equal(checked({ title: '😀\t\n!' }, rules.change).title, '😀\t\n!');
});

test('a cursor keeps all six digits', () => {
	const place = '2026-03-09T10:00:00.123456Z';
	assert.deepEqual(placeOf(cursorAfter({ place, id: 7 })), { place, id: 7 });
});

for (const text of ['', 'x', '2026-02-30T10:00:00.123456Z 7', "2026-03-09T10:00:00.123456Z 7'", '2026-03-09T99:99:99.123456Z 7'])
	test(`no cursor: ${text}`, () => {
		const after = Buffer.from(text).toString('base64url');
		assert.throws(() => part(new URLSearchParams({ after })), { status: 400 });
	});
