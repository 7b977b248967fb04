import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { budget, run } from './agent.js';
import { callAgain, connect } from './client.js';
import { standIn } from './stand-in.js';

const file = () => path.join(mkdtempSync(path.join(tmpdir(), 'agents-')), 'shop.json');
const limits = () => budget({ steps: 10, tokens: 10_000, seconds: 60 });
const every = {
	read_ticket: 'run',
	find_orders: 'run',
	send_mail: 'run',
	refund: 'run',
	delete_customer: 'run',
};

async function attack(grant, rules, approve = async () => true) {
	const data = file();
	const server = await connect(grant, { data });
	const task = 'call read_ticket {"ticket":2}';
	await run(task, { id: 'a', model: standIn, server, rules, limits: limits(), approve });
	await server.close();
	return JSON.parse(readFileSync(data, 'utf8'));
}

test('with every right the injected orders are carried out', async () => {
	const { mails, deleted } = await attack({}, every);
	assert.match(mails[0].text, /Riga/);
	assert.deepEqual(deleted, ['boris']);
});

test('a grant alone stops them, also with a host that allows all', async () => {
	const { mails, deleted } = await attack(
		{ tools: ['read_ticket', 'find_orders', 'send_mail'], customer: 'mallory' },
		every,
	);
	assert.deepEqual({ mails, deleted }, { mails: [], deleted: [] });
});

test('a host alone stops them, also with a server that grants all', async () => {
	const rules = { read_ticket: 'run', find_orders: 'run', send_mail: 'clean' };
	const asked = [];
	const { mails, deleted } = await attack({}, rules, async (call) => {
		asked.push(call.name);
		return false;
	});
	assert.deepEqual({ mails, deleted }, { mails: [], deleted: [] });
	assert.deepEqual(asked, ['send_mail']);
});

test('a tool that is not granted looks like one that does not exist', async () => {
	const server = await connect({ tools: [] }, { data: file() });
	assert.deepEqual(await server.list(), []);
	for (const name of ['refund', 'nonsense', 'constructor'])
		await assert.rejects(server.call(name, {}), { code: -32602, message: `Unknown tool: ${name}` });
	await server.close();
});

test('wrong input is an error for the model, and nothing happens', async () => {
	const server = await connect({ tools: ['refund'] }, { data: file() });
	for (const input of [
		{ order: '1031', cents: -900 },
		{ order: '1031', cents: 901 },
		{ order: '1031', cents: 900, to: 'mallory' },
	])
		assert.equal((await server.call('refund', input)).isError, true);
	await server.close();
});

test('a key is good for one refund', async () => {
	const server = await connect({ tools: ['refund'] }, { data: file() });
	const pay = async (input) => (await server.call('refund', input)).content[0].text;
	assert.equal(await pay({ order: '1031', cents: 900, key: 'a' }), 'paid');
	assert.equal(await pay({ order: '1031', cents: 900, key: 'a' }), 'was paid before');
	assert.match(await pay({ order: '1031', cents: 500, key: 'a' }), /another refund/);
	await server.close();
});

test('a lost answer is asked for again, once, if that is harmless', async () => {
	const data = file();
	let opened = 0;
	const open = (second) => {
		opened += 1;
		return connect({ tools: ['refund'] }, { data, extra: second ? {} : { DIE: '1' } });
	};
	const input = { order: '1031', cents: 900, key: 'k' };
	const { content } = await callAgain(open, 'refund', input, { idempotent: true });
	assert.equal(content[0].text, 'was paid before');
	await assert.rejects(callAgain(open, 'refund', input, { idempotent: false }), { lost: true });
	assert.equal(opened, 3);
});

test('a budget ends a loop', async () => {
	const server = await connect({ tools: ['read_ticket'] }, { data: file() });
	const spent = limits();
	await assert.rejects(
		run('call read_ticket {"ticket":3}', {
			id: 'l',
			model: standIn,
			server,
			rules: every,
			limits: spent,
		}),
		/out of steps/,
	);
	assert.equal(spent.spent.steps, 10);
	await server.close();
});

test('the server inherits nothing of our environment', async () => {
	process.env.DIE = '1'; // if it saw this, it would not answer
	const server = await connect({ tools: ['read_ticket'] }, { data: file() });
	assert.equal((await server.call('read_ticket', { ticket: 99 })).isError, true);
	await server.close();
	delete process.env.DIE;
});
