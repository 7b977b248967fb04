// node black-box.js <url> <mail address> <password>: does this blog keep what its README promises?
// It knows nothing of the program behind the address. Needs Node.js 20 or later, and no package.
const [address = 'http://127.0.0.1:3000', email, password] = process.argv.slice(2);
const base = new URL(address).href.replace(/\/$/, '');
const mark = `bb${Date.now().toString(36)}`; // so that it may be run again
const checks = new Map();
const made = []; // removed at the end
let cookie;

async function ask(method, path, body, headers = {}) {
	const response = await fetch(base + path, {
		method,
		headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
		body: body === undefined ? undefined : JSON.stringify(body),
		signal: AbortSignal.timeout(5000),
	});
	const text = await response.text();
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		// stays undefined
	}
	return { status: response.status, headers: response.headers, text, body: json };
}
const author = (method, path, body) => ask(method, path, body, { cookie });

function same(actual, expected, what = 'answer') {
	const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value));
	if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}`);
}

let count = 0;
async function add(more) {
	const slug = `${mark}-${++count}`;
	const sent = { slug, title: `Black box ${count}`, body: 'Text.', tags: [mark], ...more };
	const { status, headers } = await author('POST', '/posts', sent);
	if (status === 201) made.push(sent.slug);
	same([status, headers.get('location')], [201, `/posts/${sent.slug}`], 'POST');
	return sent;
}

checks.set('an author logs in', async () => {
	const { status, headers } = await ask('POST', '/session', { email, password });
	same(status, 204, 'status');
	cookie = headers.getSetCookie()[0].split(';')[0];
});

checks.set('a wrong password gives 401', async () => {
	same((await ask('POST', '/session', { email, password: 'wrong' })).status, 401, 'status');
	same((await ask('POST', '/session', { email, password })).status, 204, 'the right one');
});

checks.set('a post comes back as it was sent', async () => {
	const sent = await add({ title: "Q & A: 'quotes' 😀", tags: [mark, 'a-1'] });
	const { title, body, tags, comments } = (await ask('GET', `/posts/${sent.slug}`)).body;
	same({ title, body, tags }, { ...sent, slug: undefined, tags: ['a-1', mark] });
	same(comments, [], 'comments');
});

checks.set('a slug is taken once', async () => {
	const { slug } = await add();
	const sent = { slug, title: 'x', body: 'x', tags: [] };
	same((await author('POST', '/posts', sent)).status, 409, 'status');
});

checks.set('PATCH changes what was sent, and keeps the rest', async () => {
	const { slug } = await add();
	same((await author('PATCH', `/posts/${slug}`, { title: 'New' })).status, 204, 'status');
	const { title, body, tags } = (await ask('GET', `/posts/${slug}`)).body;
	same({ title, body, tags }, { title: 'New', body: 'Text.', tags: [mark] });
});

checks.set('nobody writes without a login', async () => {
	const { slug } = await add();
	const sent = { slug: `${mark}-x`, title: 'x', body: 'x', tags: [] };
	same((await ask('POST', '/posts', sent)).status, 401, 'POST');
	same((await ask('PATCH', `/posts/${slug}`, { title: 'x' })).status, 401, 'PATCH');
	same((await ask('DELETE', `/posts/${slug}`)).status, 401, 'DELETE');
});

// #region walk
checks.set('each post is on one page, while others are written', async () => {
	const tag = `${mark}-walk`;
	const slugs = [];
	for (let n = 0; n < 5; n++) slugs.unshift((await add({ tags: [tag] })).slug);
	const seen = [];
	for (let next = `/posts?limit=2&tag=${tag}`; next; ) {
		const { body } = await ask('GET', next);
		seen.push(...body.posts.map(({ slug }) => slug));
		next = body.next;
		await add({ tags: [tag] });
	}
	same(seen, slugs);
});
// #endregion walk

checks.set('a removed post does not shift the pages', async () => {
	const tag = `${mark}-gone`;
	const slugs = [];
	for (let n = 0; n < 4; n++) slugs.unshift((await add({ tags: [tag] })).slug);
	const one = (await ask('GET', `/posts?limit=2&tag=${tag}`)).body;
	await author('DELETE', `/posts/${slugs[0]}`);
	await author('DELETE', `/posts/${slugs[1]}`); // the one the cursor was made from
	const two = (await ask('GET', one.next)).body;
	same(two.posts.map(({ slug }) => slug), slugs.slice(2));
});

checks.set('a word is found in another form, the title first', async () => {
	const one = await add({ body: `Indexes in ${mark}.` });
	const two = await add({ title: `An index for ${mark}` });
	const { body } = await ask('GET', `/search?q=indexing+${mark}`);
	same(body.posts.map(({ slug }) => slug), [two.slug, one.slug]);
});

checks.set('a search cannot be wrong, only empty', async () => {
	const q = encodeURIComponent(`"' & | ! ( ${mark}nothing`);
	const { status, body } = await ask('GET', `/search?q=${q}`);
	same([status, body.posts], [200, []]);
});

// #region fresh
checks.set('a client that has the answer gets 304, until it changes', async () => {
	const { slug } = await add();
	for (const path of [`/read/${slug}`, `/posts/${slug}`, '/posts', '/', '/feed.xml']) {
		const etag = (await ask('GET', path)).headers.get('etag');
		const again = () => ask('GET', path, undefined, { 'if-none-match': etag });
		same((await again()).status, 304, `${path} again`);
		await author('PATCH', `/posts/${slug}`, { title: `Changed, see ${path}` });
		same((await again()).status, 200, `${path} after a change`);
	}
});

checks.set('twenty comments at once are all shown', async () => {
	const { slug } = await add();
	await ask('GET', `/read/${slug}`); // now a cache may have it
	const each = Array.from({ length: 20 }, async (_, n) => {
		await ask('POST', `/posts/${slug}/comments`, { name: 'E', body: `No ${n};` });
		const { text } = await ask('GET', `/read/${slug}`);
		if (!text.includes(`No ${n};`)) throw new Error(`comment ${n} was answered, and not shown`);
	});
	await Promise.all(each);
});
// #endregion fresh

// #region script
checks.set('what somebody typed is shown as text', async () => {
	const typed = `<script>${mark}</script>"'&`;
	const { slug } = await add({ title: typed, body: typed });
	await ask('POST', `/posts/${slug}/comments`, { name: typed, body: typed });
	for (const path of [`/read/${slug}`, '/', '/feed.xml']) {
		const { text } = await ask('GET', path);
		if (text.includes('<script')) throw new Error(`${path} contains the script`);
		if (!text.includes(`&lt;script&gt;${mark}`)) throw new Error(`${path} does not show it`);
	}
	same((await ask('GET', `/posts/${slug}`)).body.title, typed, 'in JSON it is not changed');
});
// #endregion script

for (const [what, more] of [
	['an empty title', { title: ' ' }],
	['a title of 201 characters', { title: 'x'.repeat(201) }],
	['a vertical tab, which no feed may contain', { body: 'a\u000Bb' }],
	['the character U+0000', { body: 'a\u0000b' }],
	['half an emoji', { title: '\uD83D' }],
	['a slug with a slash', { slug: 'a/b' }],
	['a tag with a space', { tags: ['a b'] }],
	['an unknown field', { author: 1 }],
])
	checks.set(`refused with 422: ${what}`, async () => {
		const sent = { slug: `${mark}-bad${++count}`, title: 'x', body: 'x', tags: [], ...more };
		const { status } = await author('POST', '/posts', sent);
		if (status === 201) made.push(sent.slug);
		same(status, 422, 'status');
	});

for (const path of ['/posts?limit=0', '/posts?after=x', '/posts?tag=A', '/posts?x=1', '/search'])
	checks.set(`refused with 400: ${path}`, async () => {
		same((await ask('GET', path)).status, 400, 'status');
	});

checks.set('404 and 405 are told apart', async () => {
	same((await ask('GET', `/posts/${mark}-none`)).status, 404, 'status');
	same((await ask('PUT', '/posts', {})).status, 405, 'status');
});

checks.set('the feed is the newest posts', async () => {
	const { slug, title } = await add();
	const { text, headers } = await ask('GET', '/feed.xml');
	same(headers.get('content-type').split(';')[0], 'application/atom+xml', 'type');
	const [entry] = text.match(/<entry>[^]*?<\/entry>/);
	if (!entry.includes(`/read/${slug}<`) || !entry.includes(title)) throw new Error('not the first');
});

let kept = 0;
for (const [what, check] of checks)
	try {
		await check();
		kept++;
	} catch (error) {
		console.log(`FAIL  ${what}\n      ${error.message}`);
	}
for (const slug of made) await author('DELETE', `/posts/${slug}`);
console.log(`${kept} of ${checks.size} promises kept`);
process.exitCode = kept === checks.size ? 0 : 1;
