// Needs DATABASE_URL: a PostgreSQL in which schemas may be made and dropped.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { world } from './world.js';

const add = async (ask, task) => (await ask('POST', '/tasks', { title: 'Tea', ...task })).body;

describe('the to-do API', { concurrency: 4 }, () => {
	test('a task is made, read, changed and removed', async (t) => {
		const { ask } = await world(t);
		const made = await ask('POST', '/tasks', { title: ' Buy tea ' });
		assert.equal(made.status, 201);
		const { id, ...rest } = made.body;
		assert.deepEqual(rest, { title: 'Buy tea', done: false, due: null });
		const place = made.headers.get('location');
		assert.equal(place, `/tasks/${id}`);
		assert.deepEqual((await ask('GET', place)).body, made.body);
		const changed = await ask('PATCH', place, { done: true });
		assert.deepEqual([changed.status, changed.body], [200, { ...made.body, done: true }]);
		assert.equal((await ask('DELETE', place)).status, 204);
		for (const [method, body] of [['GET'], ['DELETE'], ['PATCH', { done: true }]])
			assert.equal((await ask(method, place, body)).status, 404, method);
	});

	// #region day
	test('a day stays the day that was sent', async (t) => {
		const { ask } = await world(t);
		const { id, due } = await add(ask, { due: '2026-03-09' });
		assert.equal(due, '2026-03-09');
		const { body } = await ask('PATCH', `/tasks/${id}`, { done: true });
		assert.equal(body.due, '2026-03-09');
	});
	// #endregion day

	// #region both
	test('two changes at once are both kept', async (t) => {
		const { ask } = await world(t);
		const lost = [];
		for (let round = 1; round <= 20; round += 1) {
			const { id } = await add(ask);
			const place = `/tasks/${id}`;
			await Promise.all([
				ask('PATCH', place, { done: true }),
				ask('PATCH', place, { title: 'Buy green tea' }),
			]);
			const { title, done } = (await ask('GET', place)).body;
			if (title !== 'Buy green tea' || !done) lost.push(round);
		}
		assert.deepEqual(lost, []);
	});
	// #endregion both

	test('a day is taken away with null, and kept without it', async (t) => {
		const { ask } = await world(t);
		const { id } = await add(ask, { due: '2026-03-09' });
		const change = async (body) => (await ask('PATCH', `/tasks/${id}`, body)).body.due;
		assert.equal(await change({}), '2026-03-09');
		assert.equal(await change({ due: null }), null);
		assert.equal(await change({ title: 'x' }), null);
		assert.equal(await change({ due: '2028-02-29' }), '2028-02-29');
	});

	test('the pages of the list have every task once, the newest first', async (t) => {
		const { ask } = await world(t);
		for (let n = 1; n <= 5; n += 1) await add(ask, { title: `${n}`, done: n % 2 === 0 });
		const walk = async (next) => {
			const titles = [];
			while (next) {
				const { body } = await ask('GET', next);
				titles.push(body.tasks.map(({ title }) => title).join(''));
				next = body.next;
			}
			return titles;
		};
		assert.deepEqual(await walk('/tasks?limit=2'), ['54', '32', '1']);
		assert.deepEqual(await walk('/tasks?limit=5'), ['54321']);
		assert.deepEqual(await walk('/tasks?done=false&limit=2'), ['53', '1']);
		assert.deepEqual(await walk('/tasks?done=true&after=4'), ['2']);
	});

	test('what is refused is told why, and is neither stored nor logged', async (t) => {
		const { ask, db, failures } = await world(t);
		for (const [what, status, method, path, body, type] of [
			['another address', 404, 'GET', '/'],
			['a task with a name', 404, 'GET', '/tasks/tea'],
			['an id that no task can have', 404, 'GET', '/tasks/99999999999'],
			['a method that is not there', 405, 'PUT', '/tasks'],
			['no JSON', 400, 'POST', '/tasks', '{"title": '],
			['another type', 415, 'POST', '/tasks', 'title=Tea', 'application/x-www-form-urlencoded'],
			['no title', 422, 'POST', '/tasks', {}],
			['a field that is not known', 422, 'POST', '/tasks', { title: 'Tea', id: 7 }],
			['too much', 413, 'POST', '/tasks', { title: 'x'.repeat(200_000) }],
			['a limit out of range', 400, 'GET', '/tasks?limit=1000'],
		]) {
			const answer = await ask(method, path, body, type);
			assert.equal(answer.status, status, what);
			assert.equal(answer.headers.get('content-type'), 'application/problem+json', what);
			assert.equal(answer.body.status, status, what);
		}
		const { rowCount } = await db.query('SELECT FROM tasks');
		assert.deepEqual([rowCount, failures], [0, []]);
	});

	test('what the program lets through, the database refuses', async (t) => {
		const { db } = await world(t);
		const insert = (title) => db.query('INSERT INTO tasks (title) VALUES ($1)', [title]);
		for (const title of ['', ' \t', 'x'.repeat(201)])
			await assert.rejects(insert(title), { constraint: 'tasks_title_check' });
		await insert('🫖'.repeat(200));
	});

	test('a fault of the server is a 500 that tells nothing, and is logged', async (t) => {
		const { ask, db, failures } = await world(t);
		await db.query('ALTER TABLE tasks RENAME TO hidden');
		const { status, body } = await ask('GET', '/tasks');
		assert.deepEqual([status, body], [500, { title: 'Something went wrong', status: 500 }]);
		assert.equal(failures.length, 1);
		await db.query('ALTER TABLE hidden RENAME TO tasks');
		assert.equal((await ask('GET', '/tasks')).status, 200);
	});
});
