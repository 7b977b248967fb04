import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feed, markup, postPage } from './pages.js';

const script = '<script>alert(1)</script>';
const post = {
	slug: 'a', title: 'Q & A', author: 'Ada', body: 'One.\n\nTwo.',
	place: '2026-03-09T10:00:00.000000Z', updated: '2026-03-10T10:00:00.000000Z',
};

test('what is put into a template is text, also in an attribute', () => {
	assert.equal(markup`<a title="${'" onclick="x'}">`.text, '<a title="&quot; onclick=&quot;x">');
});

test('markup in markup stays markup', () => {
	assert.equal(markup`<p>${[markup`<b>${'<'}</b>`]}</p>`.text, '<p><b>&lt;</b></p>');
});

test('a script in a comment is shown, not run', () => {
	const page = postPage({ ...post, comments: [{ name: script, body: script }] });
	assert.equal(page.includes('<script'), false);
	assert.equal(page.split('&lt;script&gt;').length, 3);
});

test('a feed is as new as its newest change, and without posts it is still one', () => {
	const text = feed([post, { ...post, updated: '2026-03-09T00:00:00.000000Z' }], 'http://b');
	assert.match(text, /^<updated>2026-03-10T10/m);
	assert.match(text, /<title>Q &amp; A<\/title>/);
	assert.match(feed([], 'http://b'), /<updated>1970/);
});
