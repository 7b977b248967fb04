// Needs DATABASE_URL: a PostgreSQL in which schemas may be made and dropped.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as careless from './careless.js';
import { world } from './world.js';

describe('accounts', { concurrency: 4 }, () => {
	test('somebody registers by mail, logs out and in again', async (t) => {
		const { user, visitor, db } = await world(t);
		const ada = await user('ada');
		assert.deepEqual((await ada.ask('GET', '/me')).body, { email: ada.email, name: 'ada' });
		const copy = ada.cookie();
		assert.equal((await ada.ask('DELETE', '/session')).status, 204);
		const { status } = await visitor().ask('GET', '/me', undefined, { cookie: copy });
		assert.equal(status, 401);
		const { email, password } = ada;
		const again = await ada.ask('POST', '/session', { email: email.toUpperCase(), password });
		assert.equal(again.status, 200);
		const set = again.headers.getSetCookie()[0];
		assert.match(set, /^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax/);
		assert.notEqual(ada.cookie(), copy);
		const token = ada.cookie().split('=')[1];
		const { rows } = await db.query('SELECT sessions::text AS row FROM sessions');
		assert.ok(!rows.some(({ row }) => row.includes(token)), 'the token itself is not kept');
	});

	// #region same
	test('nobody learns who has an account', async (t) => {
		const { user, visitor, mails } = await world(t);
		const ada = await user('ada');
		const strip = ({ status, body }) => ({ status, body });
		for (const path of ['/registrations', '/resets']) {
			const known = await visitor().ask('POST', path, { email: ada.email });
			const unknown = await visitor().ask('POST', path, { email: 'nobody@shop.example' });
			assert.deepEqual(strip(known), strip(unknown));
		}
		assert.deepEqual(
			mails.slice(1).map(({ purpose }) => purpose),
			['you have an account', 'register', 'reset', 'you have no account'],
		);
		const wrong = { email: ada.email, password: 'wrong' };
		const nobody = { email: 'nobody@shop.example', password: 'wrong' };
		assert.deepEqual(
			strip(await visitor().ask('POST', '/session', wrong)),
			strip(await visitor().ask('POST', '/session', nobody)),
		);
	});
	// #endregion same

	test('a link makes one account, and only for what it was sent', async (t) => {
		const { visitor, mails, user } = await world(t);
		await user('ada');
		const [{ token }] = mails;
		const sent = { token, name: 'Eve', password: 'correct horse battery' };
		const register = (body) => visitor().ask('POST', '/users', body);
		assert.equal((await register(sent)).status, 422);
		await visitor().ask('POST', '/registrations', { email: 'ben@shop.example' });
		const reset = { token: mails.at(-1).token, password: sent.password };
		assert.equal((await visitor().ask('PUT', '/password', reset)).status, 422);
		assert.equal(
			(await register({ ...sent, token: mails.at(-1).token, password: 'short' })).status,
			422,
		);
		const both = await Promise.all(
			[1, 2].map(() => register({ ...sent, token: mails.at(-1).token })),
		);
		assert.deepEqual(both.map(({ status }) => status).toSorted(), [201, 422]);
	});

	test('an address gets five mails, and then has to wait, known or not', async (t) => {
		const { user, visitor, mails } = await world(t);
		const { email } = await user('ada');
		for (const to of [email, 'nobody@shop.example']) {
			const before = mails.filter((letter) => letter.to === to).length;
			const status = [];
			for (let n = before; n < 6; n += 1)
				status.push((await visitor().ask('POST', '/resets', { email: to })).status);
			assert.deepEqual(status.slice(-2), [202, 429]);
			assert.equal(mails.filter((letter) => letter.to === to).length, 5);
		}
	});

	test('a link ends after an hour', async (t) => {
		const { user, visitor, mails, db } = await world(t);
		const { email } = await user('ada');
		await visitor().ask('POST', '/resets', { email });
		await db.query("UPDATE links SET ends = ends - interval '61 minutes'");
		const sent = { token: mails.at(-1).token, password: 'correct horse battery' };
		assert.equal((await visitor().ask('PUT', '/password', sent)).status, 422);
	});

	test('a new password ends all sessions, by the old one or by a link', async (t) => {
		const { user, visitor, mails } = await world(t);
		const { ask, email, password: old } = await user('ada');
		const other = visitor();
		await other.ask('POST', '/session', { email, password: old });
		const change = (sent) => ask('PUT', '/me/password', sent);
		const next = 'battery horse correct';
		assert.equal((await change({ old: 'wrong', password: next })).status, 401);
		assert.equal((await other.ask('GET', '/me')).status, 200);
		assert.equal((await change({ old, password: next })).status, 204);
		assert.deepEqual(
			[(await ask('GET', '/me')).status, (await other.ask('GET', '/me')).status],
			[200, 401],
		);
		await visitor().ask('POST', '/resets', { email });
		const { token } = mails.at(-1);
		assert.equal((await visitor().ask('PUT', '/password', { token, password: old })).status, 204);
		assert.equal((await ask('GET', '/me')).status, 401);
		assert.equal((await ask('POST', '/session', { email, password: next })).status, 401);
		assert.equal((await ask('POST', '/session', { email, password: old })).status, 200);
	});

	test('sessions end after a week without use, and after a month', async (t) => {
		const { user, db } = await world(t);
		const { ask } = await user('ada');
		const after = async (change) => {
			await db.query(`UPDATE sessions SET ${change}`);
			return (await ask('GET', '/me')).status;
		};
		assert.equal(await after("seen = now() - interval '6 days'"), 200);
		const { rows } = await db.query(
			"SELECT seen > now() - interval '1 minute' AS fresh FROM sessions",
		);
		assert.equal(rows[0].fresh, true);
		assert.equal(await after("began = now() - interval '31 days'"), 401);
		assert.equal(await after("began = now(), seen = now() - interval '8 days'"), 401);
	});

	test('after five failures it has to wait, twice as long each time', async (t) => {
		const { user, visitor, db } = await world(t);
		const { email, password } = await user('ada');
		const login = async (word) =>
			(await visitor().ask('POST', '/session', { email, password: word })).status;
		const later = (seconds) =>
			db.query(`UPDATE attempts SET last = last - ${seconds} * interval '1 second'`);
		for (let n = 0; n < 5; n += 1) assert.equal(await login('wrong'), 401);
		assert.equal(await login(password), 429);
		await later(900);
		assert.equal(await login('wrong'), 401);
		assert.equal(await login(password), 429);
		await db.query('UPDATE attempts SET count = 50');
		await later(890);
		assert.equal(await login(password), 429);
		await later(11);
		assert.equal(await login(password), 200);
		assert.equal(await login('wrong'), 401);
	});

	// #region matrix
	test('who may do what', async (t) => {
		const { user, visitor } = await world(t);
		const people = { owner: await user('ada'), other: await user('ben'), nobody: visitor() };
		const { id } = (await people.owner.ask('POST', '/tasks', { title: 'Tea' })).body;
		for (const [method, path, body, ...expected] of [
			['GET', `/tasks/${id}`, undefined, 200, 404, 401],
			['PATCH', `/tasks/${id}`, { done: true }, 200, 404, 401],
			['GET', '/tasks', undefined, 200, 200, 401],
			['POST', '/tasks', { title: 'x' }, 201, 201, 401],
			['POST', '/tasks', { title: 'x', owner: 1 }, 422, 422, 401],
			['GET', '/me', undefined, 200, 200, 401],
			['PATCH', '/me', { name: 'x' }, 200, 200, 401],
			['PATCH', '/me', { name: 'x', email: 'y@shop.example' }, 422, 422, 401],
			['DELETE', `/tasks/${id}`, undefined, 204, 404, 401],
		]) {
			// The owner comes last, since they may remove it.
			for (const [n, who] of [
				[2, 'nobody'],
				[1, 'other'],
				[0, 'owner'],
			]) {
				const { status } = await people[who].ask(method, path, body);
				assert.equal(status, expected[n], `${method} ${path} by ${who}`);
			}
		}
	});
	// #endregion matrix

	test('the list has only the own tasks, and none of those from before', async (t) => {
		const { user, db } = await world(t);
		await db.query(`ALTER TABLE tasks DROP CONSTRAINT tasks_have_an_owner;
			INSERT INTO tasks (title) VALUES ('from before');
			ALTER TABLE tasks ADD CONSTRAINT tasks_have_an_owner CHECK (owner IS NOT NULL) NOT VALID`);
		const [ada, ben] = [await user('ada'), await user('ben')];
		await ada.ask('POST', '/tasks', { title: 'of Ada' });
		const titles = async ({ ask }) =>
			(await ask('GET', '/tasks')).body.tasks.map(({ title }) => title);
		assert.deepEqual(await titles(ada), ['of Ada']);
		assert.deepEqual(await titles(ben), []);
		assert.equal((await ben.ask('GET', '/tasks/1')).status, 404);
		await assert.rejects(db.query("INSERT INTO tasks (title) VALUES ('x')"), {
			constraint: 'tasks_have_an_owner',
		});
	});

	test('a change that another site caused is refused', async (t) => {
		const { user } = await world(t);
		const { ask } = await user('ada');
		for (const [what, headers, expected] of [
			['another site', { 'sec-fetch-site': 'cross-site' }, 403],
			['a sibling', { 'sec-fetch-site': 'same-site' }, 403],
			['an old browser elsewhere', { origin: 'http://evil.example' }, 403],
			['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
			['a program', {}, 200],
		]) {
			assert.equal((await ask('PATCH', '/me', { name: 'x' }, headers)).status, expected, what);
			assert.equal((await ask('GET', '/me', undefined, headers)).status, 200, what);
		}
	});

	for (const [how, parts, tried, worked, read] of [
		['careful', {}, 5, 1, 404],
		['careless', careless, 5, 2, 200],
	])
		test(`the ${how} parts under attack`, async (t) => {
			const { user, visitor, mails, failures } = await world(t, parts);
			const [ada, mallory] = [await user('ada'), await user('mallory')];
			const { id } = (await ada.ask('POST', '/tasks', { title: 'Tea' })).body;
			assert.equal((await mallory.ask('GET', `/tasks/${id}`)).status, read);
			const guess = { email: ada.email, password: 'wrong' };
			const count = async (asks, status) =>
				(await Promise.all(asks)).filter((answer) => answer.status === status).length;
			const guesses = Array.from({ length: 20 }, () => visitor().ask('POST', '/session', guess));
			const got = await count(guesses, 401);
			assert.ok(how === 'careful' ? got === tried : got > tried, `${got} were tried`);
			await visitor().ask('POST', '/resets', { email: ada.email });
			const sent = { token: mails.at(-1).token, password: 'correct horse battery' };
			const resets = [1, 2].map(() => visitor().ask('PUT', '/password', sent));
			assert.equal(await count(resets, 204), worked);
			assert.deepEqual(failures, []);
		});
});
