import assert from 'node:assert/strict';
import { STATUS_CODES } from 'node:http';
import { after, before, test } from 'node:test';
import { makeServer } from './server.js';
import { openStore } from './store.js';

const store = openStore();
const server = makeServer(store);
let origin;
before(async () => {
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const ask = async (method, path, body, headers = {}) => {
	const response = await fetch(origin + path, {
		method,
		headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
		...(body ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
	});
	const text = await response.text();
	return {
		status: response.status,
		headers: response.headers,
		body: text && JSON.parse(text),
	};
};
const create = async (title) => (await ask('POST', '/tasks', { title })).body;

test('a task lives through its whole life', async () => {
	const made = await ask('POST', '/tasks', { title: 'Buy tea', due: '2026-03-09' });
	assert.equal(made.status, 201);
	const place = made.headers.get('location');
	const read = await ask('GET', place);
	assert.equal(read.status, 200);
	assert.deepEqual(read.body, made.body);
	const tag = read.headers.get('etag');
	assert.equal((await ask('GET', place, undefined, { 'if-none-match': tag })).status, 304);
	const done = await ask(
		'PATCH',
		place,
		{ done: true },
		{ 'if-match': tag, 'content-type': 'application/merge-patch+json' },
	);
	assert.equal(done.status, 200);
	assert.deepEqual(done.body, { ...made.body, done: true });
	assert.equal((await ask('DELETE', place)).status, 428);
	assert.equal((await ask('DELETE', place, undefined, { 'if-match': tag })).status, 412);
	assert.equal((await ask('DELETE', place, undefined, { 'if-match': '"2"' })).status, 204);
	assert.equal((await ask('DELETE', place, undefined, { 'if-match': '"2"' })).status, 404);
	assert.equal((await ask('GET', place)).status, 404);
});

test('two who change the same version: one wins, one is told', async () => {
	const { id } = await create('Shared');
	const put = (title, tag) => ask('PUT', `/tasks/${id}`, { title }, { 'if-match': tag });
	assert.equal((await ask('PUT', `/tasks/${id}`, { title: 'x' })).status, 428);
	const outcomes = await Promise.all([put('one', '"1"'), put('two', '"1"')]);
	assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), [200, 412]);
});

test('conditions take lists, a star, and weak tags only for reading', async () => {
	const { id } = await create('Tagged');
	const read = (tag) => ask('GET', `/tasks/${id}`, undefined, { 'if-none-match': tag });
	for (const tag of ['"1"', 'W/"1"', '"0", "1"', '*'])
		assert.equal((await read(tag)).status, 304, tag);
	assert.equal((await read('"2"')).status, 200);
	const put = (tag) => ask('PUT', `/tasks/${id}`, { title: 'x' }, { 'if-match': tag });
	assert.equal((await put('W/"1"')).status, 412);
	assert.equal((await put('"0", "1"')).status, 200);
	assert.equal((await put('*')).status, 200);
});

test('a patch that is no object changes nothing', async () => {
	const { id } = await create('Patched');
	for (const body of ['5', 'null', '""', '[]']) {
		const headers = { 'if-match': '"1"', 'content-type': 'application/merge-patch+json' };
		assert.equal((await ask('PATCH', `/tasks/${id}`, body, headers)).status, 422, body);
	}
	assert.equal(store.get(id).version, 1);
});

test('a resource that can be read says so', async () => {
	const { headers } = await ask('OPTIONS', '/tasks');
	assert.equal(headers.get('allow'), 'OPTIONS, HEAD, GET, POST');
});

for (const [what, status, method, path, body, headers] of [
	['no such address', 404, 'GET', '/nothing'],
	['too deep an address', 404, 'GET', '/tasks/a/b'],
	['a method that is not there', 405, 'DELETE', '/tasks'],
	['no JSON', 400, 'POST', '/tasks', '{"title": '],
	['no type', 415, 'POST', '/tasks', '{}', { 'content-type': 'text/plain' }],
	['an empty title', 422, 'POST', '/tasks', { title: ' ' }],
	['a day that does not exist', 422, 'POST', '/tasks', { title: 'a', due: '2026-02-31' }],
	['a month that does not exist', 422, 'POST', '/tasks', { title: 'a', due: '2026-13-01' }],
	['a name that every object has', 404, 'GET', '/constructor'],
	['a field that is not known', 422, 'POST', '/tasks', { title: 'a', admin: true }],
	['a list instead of a task', 422, 'POST', '/tasks', '[]'],
	['a cursor that was made up', 400, 'GET', '/tasks?after=42'],
	['a limit out of range', 400, 'GET', '/tasks?limit=1000'],
	['a misspelt parameter', 400, 'GET', '/tasks?limti=5'],
	['a payment without a key', 400, 'POST', '/payments', { cents: 5 }],
	['a payment of nothing', 422, 'POST', '/payments', 'null', { 'idempotency-key': 'none' }],
])
	test(`${what} is answered with ${status} and problem details`, async () => {
		const answer = await ask(method, path, body, headers);
		assert.equal(answer.status, status);
		assert.equal(answer.headers.get('content-type'), 'application/problem+json');
		assert.equal(answer.body.status, status);
		const { type, title, detail, errors } = answer.body;
		if (type === 'about:blank') assert.equal(title, STATUS_CODES[status]);
		else assert.match(type, /^\/problems\//);
		assert.ok(title && (detail || errors || type !== 'about:blank'));
	});

test('pages by cursor show every task once, while others are added', async () => {
	for (let n = 0; n < 7; n += 1) await create(`page ${n}`);
	const before = store.page({ limit: 1000 }).map(({ id }) => id);
	const seen = [];
	let next = '/tasks?limit=3';
	while (next) {
		const { body } = await ask('GET', next);
		seen.push(...body.items.map(({ id }) => id));
		next = body.next;
		await create('in between');
	}
	assert.deepEqual(seen, before);
});

test('a payment that is sent again is made once, also at the same time', async () => {
	const pay = () =>
		ask('POST', '/payments', { cents: 700 }, { 'idempotency-key': 'order-1' });
	const answers = await Promise.all([pay(), pay(), pay()]);
	assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
	assert.equal(store.payments().length, 1);
	const other = await ask('POST', '/payments', { cents: 1 }, { 'idempotency-key': 'order-1' });
	assert.equal(other.status, 422);
	assert.equal(store.payments().length, 1);
});
