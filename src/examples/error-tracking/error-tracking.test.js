import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Conflict, Missing, Refused, Unavailable, judge } from './errors.js';
import { group, rules } from './fingerprint.js';
import { describe as asEvent, flush, framesOf, lost, report } from './report.js';
import { server } from './shop.js';

const listen = (one) =>
	new Promise((resolve) => {
		one.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${one.address().port}`));
	});

test('errors know their answers', () => {
	assert.equal(judge(new Refused('no')).status, 422);
	assert.equal(judge(new Missing('no')).status, 404);
	assert.equal(judge(new Conflict('no')).status, 409);
	assert.equal(judge(new Refused('no')).level, undefined);
	assert.equal(judge(new Unavailable('payments')).level, 'warning');
	assert.deepEqual(judge(new TypeError('card 4111')), {
		status: 500,
		title: 'Something went wrong on our side',
		level: 'error',
	});
	assert.equal(judge('a string').status, 500);
	assert.equal(judge(null).status, 500);
	assert.equal(new Missing('x').name, 'Missing');
});

test('frames are those of our own files', () => {
	const stack = `TypeError: x
    at total (file:///app/money.js:4:2)
    at Array.map (<anonymous>)
    at file:///app/basket.js:7:12
    at async Object.show (/app/shop.js:9:1)
    at pool (/app/node_modules/pg/index.js:1:1)
    at process.processTicksAndRejections (node:internal/process/task_queues:103:5)`;
	assert.deepEqual(framesOf({ stack }, '/app/'), [
		{ name: 'total', file: 'money.js', line: 4 },
		{ name: '(top)', file: 'basket.js', line: 7 },
		{ name: 'Object.show', file: 'shop.js', line: 9 },
	]);
});

test('the innermost cause is what is told, and circles end', () => {
	const first = new TypeError('first');
	const event = asEvent(new Error('last', { cause: first }), { release: '1' });
	assert.deepEqual(
		[event.type, event.message, event.causes],
		['TypeError', 'first', ['Error', 'TypeError']],
	);
	assert.equal(asEvent(null, {}).message, 'null');
	first.cause = first;
	assert.equal(asEvent(first, {}).causes.length, 10);
});

test('a comment above does not make a new group by functions, but by lines', () => {
	const at = (line) => ({ type: 'E', frames: [{ file: 'a.js', name: 'f', line }] });
	assert.equal(Object.keys(group([at(1), at(2)], rules['by functions'])).length, 1);
	assert.equal(Object.keys(group([at(1), at(2)], rules['by lines'])).length, 2);
});

describe('the shop', () => {
	const events = [];
	const tracker = createServer(async (request, response) => {
		events.push(await json(request));
		response.end();
	});
	let shop;
	before(async () => {
		shop = await listen(server);
		process.env.TRACKER = await listen(tracker);
		process.env.PAYMENTS = 'http://127.0.0.1:1';
	});
	beforeEach(() => events.splice(0));
	after(() => {
		for (const one of [server, tracker]) {
			one.closeAllConnections();
			one.close();
		}
	});
	const ask = async (path) => {
		const response = await fetch(shop + path);
		return [response.status, await response.json()];
	};
	const event = async () => {
		while (events.length === 0) await new Promise((done) => setTimeout(done, 5));
		return events[0];
	};

	test('tells the caller nothing of a bug, and us everything, with the same id', async () => {
		const [status, body] = await ask('/orders/2');
		assert.equal(status, 500);
		assert.ok(!JSON.stringify(body).includes('JSON'));
		const told = await event();
		assert.equal(told.request, body.request);
		assert.equal(told.frames[0].name, 'readOrder');
	});

	test('reports no refusals', async () => {
		assert.equal((await ask('/customers/1'))[0], 404);
		assert.equal((await ask('/toString'))[0], 404);
		assert.deepEqual(events, []);
	});

	test('says 503 for a dependency', async () => {
		assert.equal((await ask('/charges/1'))[0], 503);
		const told = await event();
		assert.deepEqual(told.fingerprint, ['unavailable', 'payments']);
		assert.deepEqual(told.causes.slice(0, 1), ['Unavailable']);
	});

	test('answers as well when the tracker is away', async () => {
		const there = process.env.TRACKER;
		process.env.TRACKER = 'http://127.0.0.1:1';
		assert.equal((await ask('/orders/2'))[0], 500);
		report(new Error('nobody hears this'), {});
		await flush();
		assert.ok(lost >= 2);
		process.env.TRACKER = there;
	});
});
