import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, world } from './world.js';

test('a post is written, read, changed and removed', async (t) => {
	const { ask, author } = await world(t);
	const ada = await author('ada');
	const made = await ada('POST', '/posts', post('first', { tags: ['sql', 'api'] }));
	assert.equal(made.status, 201);
	const place = made.headers.get('location');
	const { published, updated, ...read } = (await ask('GET', place)).body;
	assert.deepEqual(read, {
		slug: 'first', title: 'About first', body: 'Text.', author: 'ada',
		tags: ['api', 'sql'], comments: [],
	});
	assert.equal(published, updated);
	assert.equal((await ada('POST', '/posts', post('first'))).status, 409);
	assert.equal((await ada('PATCH', place, { title: 'New', tags: ['js'] })).status, 204);
	const { title, body, tags } = (await ask('GET', place)).body;
	assert.deepEqual([title, body, tags], ['New', 'Text.', ['js']]);
	assert.equal((await ada('DELETE', place)).status, 204);
	assert.equal((await ask('GET', place)).status, 404);
});

test('who may change what', async (t) => {
	const { ask, author } = await world(t);
	const [ada, ben] = [await author('ada'), await author('ben')];
	await ada('POST', '/posts', post('hers'));
	const { body } = await ask('POST', '/posts/hers/comments', { name: 'Eve', body: 'Hi' });
	for (const [method, path, sent] of [
		['PATCH', '/posts/hers', { title: 'Mine' }],
		['DELETE', '/posts/hers'],
		['DELETE', `/comments/${body.id}`],
	]) {
		assert.equal((await ask(method, path, sent)).status, 401, `${method} by a stranger`);
		assert.equal((await ben(method, path, sent)).status, 404, `${method} by another author`);
		const forged = await ada(method, path, sent, { 'sec-fetch-site': 'cross-site' });
		assert.equal(forged.status, 403, `${method} by another site`);
	}
	assert.equal((await ask('GET', '/posts/hers')).body.title, 'About hers');
	assert.equal((await ada('DELETE', `/comments/${body.id}`)).status, 204);
});

// #region pages
test('pages stay right while posts are written and removed', async (t) => {
	const { ask, author, db } = await world(t);
	const ada = await author('ada');
	for (const n of [1, 2, 3, 4, 5, 6]) await ada('POST', '/posts', post(`n${n}`));
	// two imported posts in one moment, and four others within the same millisecond
	await db.query(`UPDATE posts SET published = '2026-03-09 10:00:00.123456Z'::timestamptz
		+ CASE WHEN id < 3 THEN 0 ELSE id END * interval '1 microsecond'`);
	const seen = [];
	for (let next = '/posts?limit=2'; next; ) {
		const { body } = await ask('GET', next);
		seen.push(...body.posts.map(({ slug }) => slug));
		next = body.next;
		await ada('POST', '/posts', post(`new-${seen.length}`)); // while somebody reads
		if (seen.length === 2) await ada('DELETE', '/posts/n6');
	}
	assert.deepEqual(seen, ['n6', 'n5', 'n4', 'n3', 'n2', 'n1']);
});
// #endregion pages

test('a tag narrows the list, and goes into the next page', async (t) => {
	const { ask, author } = await world(t);
	const ada = await author('ada');
	for (const n of [1, 2, 3, 4]) await ada('POST', '/posts', post(`n${n}`, { tags: n % 2 ? ['odd'] : [] }));
	const one = (await ask('GET', '/posts?limit=1&tag=odd')).body;
	const two = (await ask('GET', one.next)).body;
	assert.deepEqual([...one.posts, ...two.posts].map(({ slug }) => slug), ['n3', 'n1']);
	assert.equal(two.next, null);
});

test('words are found in other forms, a title before a text', async (t) => {
	const { ask, author } = await world(t);
	const ada = await author('ada');
	await ada('POST', '/posts', post('text', { body: 'An index helps.' }));
	await ada('POST', '/posts', post('title', { title: 'Indexes' }));
	const slugs = async (q) =>
		(await ask('GET', `/search?${new URLSearchParams({ q })}`)).body.posts.map(({ slug }) => slug);
	assert.deepEqual(await slugs('indexing'), ['title', 'text']);
	assert.deepEqual(await slugs('index -helps'), ['title']);
	assert.deepEqual(await slugs(`"' OR & | !`), []);
	assert.equal((await ask('GET', '/search')).status, 400);
});

// #region cache
test('an answer is kept until something changes', async (t) => {
	const { ask, author, db } = await world(t);
	const ada = await author('ada');
	await ada('POST', '/posts', post('first'));
	const one = await ask('GET', '/read/first');
	const etag = one.headers.get('etag');
	const again = () => ask('GET', '/read/first', undefined, { 'if-none-match': etag });
	await db.query("UPDATE posts SET title = 'past the program'");
	assert.equal((await again()).status, 304); // the database was not asked
	await ask('POST', '/posts/first/comments', { name: 'Eve', body: '' });
	assert.equal((await again()).status, 304); // refused, so nothing changed
	await ask('POST', '/posts/first/comments', { name: 'Eve', body: 'Hi' });
	const two = await again();
	assert.equal(two.status, 200);
	assert.match(two.text, /past the program/);
});
// #endregion cache

test('a comment is text wherever it is shown', async (t) => {
	const { ask, author } = await world(t);
	const ada = await author('ada');
	await ada('POST', '/posts', post('first', { title: '<script>1</script>' }));
	await ask('POST', '/posts/first/comments', { name: '"><img>', body: '<script>2</script>' });
	for (const path of ['/', '/read/first', '/feed.xml'])
		assert.doesNotMatch((await ask('GET', path)).text, /<script|<img/, path);
	const { headers } = await ask('GET', '/posts/first');
	assert.equal(headers.get('content-type'), 'application/json');
	assert.equal(headers.get('x-content-type-options'), 'nosniff');
});

test('what is not there, and what is not possible', async (t) => {
	const { ask } = await world(t);
	for (const path of ['/nothing', '/posts/nothing', '/posts/:slug', '/posts/Nothing'])
		assert.equal((await ask('GET', path)).status, 404, path);
	const { status, headers } = await ask('PUT', '/posts');
	assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD, POST']);
	assert.equal((await ask('POST', '/posts/nothing/comments', { name: 'E', body: 'x' })).status, 404);
});
