import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, Secret } from './secret.js';

/** Starts a service; `lines` grows with what it logs. */
async function start(file, env = {}) {
	const child = spawn(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], {
		env: { ...process.env, PORT: '0', ...env },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const lines = [];
	const reader = createInterface({ input: child.stdout });
	reader.on('line', (line) => lines.push(JSON.parse(line)));
	await once(reader, 'line');
	return { child, lines, url: `http://127.0.0.1:${lines[0].port}` };
}

/** The lines of one request, when the last of them has come. */
async function story(service, request) {
	const of = () => service.lines.filter((line) => line.request === request);
	while (!of().some(({ msg }) => msg === 'request'))
		await new Promise((resolve) => setTimeout(resolve, 5));
	return of();
}

let shop, payments;
before(async () => {
	payments = await start('payments.js');
	shop = await start('shop.js', { PAYMENTS: payments.url });
});
after(() => [shop, payments].forEach(({ child }) => child.kill()));

const order = (fields, headers = {}) =>
	fetch(`${shop.url}/orders`, { method: 'POST', headers, body: JSON.stringify(fields) });

test('one id goes through both services, and back to the client', async () => {
	const response = await order({ customer: 'ada', brand: 'visa', cents: 900 });
	assert.equal(response.status, 201);
	const id = response.headers.get('x-request-id');
	assert.match(id, /^[0-9a-f]{16}$/);
	const inShop = await story(shop, id);
	assert.deepEqual(
		inShop.map(({ msg }) => msg),
		['order received', 'request'],
	);
	assert.ok(inShop.every(({ customer }) => customer === 'ada'));
	const [charged] = await story(payments, id);
	assert.deepEqual([charged.msg, charged.brand, charged.cents], ['charged', 'visa', 900]);
});

test('the edge does not believe an id, a service inside does', async () => {
	const id = 'feedfacefeedface';
	const headers = { 'x-request-id': id };
	const response = await order({ customer: 'mallory', brand: 'visa', cents: 1 }, headers);
	assert.notEqual(response.headers.get('x-request-id'), id);
	const inside = await fetch(`${payments.url}/charges`, {
		method: 'POST',
		headers,
		body: '{"brand":"visa","cents":1}',
	});
	assert.equal(inside.headers.get('x-request-id'), id);
});

test('requests at the same time keep their own ids', async () => {
	const answers = await Promise.all(
		Array.from({ length: 30 }, (_, n) => order({ customer: `n${n}`, brand: 'visa', cents: n })),
	);
	const ids = answers.map((answer) => answer.headers.get('x-request-id'));
	assert.equal(new Set(ids).size, 30);
	for (const [n, id] of ids.entries())
		assert.ok((await story(shop, id)).every(({ customer }) => customer === `n${n}`));
});

test('an error is logged with its message and its place, and the client hears nothing of it', async () => {
	const response = await order({ customer: 'chen', brand: 'maestro', cents: 900 });
	assert.equal(response.status, 502);
	assert.doesNotMatch(await response.text(), /undefined/);
	const [failed] = await story(payments, response.headers.get('x-request-id'));
	assert.equal(failed.level, 'error');
	assert.match(failed.error.message, /reading 'cents'/);
	assert.match(failed.error.stack, /payments\.js:\d+/);
});

test('an address that is none is answered', async () => {
	assert.equal((await fetch(`${shop.url}//`)).status, 500);
	assert.equal((await fetch(`${shop.url}/%`)).status, 404);
});

test('a field cannot replace the names of the logger, and nothing that is logged throws', async () => {
	const program = `
		import { log } from ${JSON.stringify(new URL('log.js', import.meta.url).href)};
		log.error('real', { level: 'debug', msg: 'false', time: 0, big: 5n });
		log.debug('not written');
		const round = {};
		round.round = round;
		log.info('round', { round });`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', program]);
	let text = '';
	child.stdout.on('data', (part) => (text += part));
	await once(child, 'close');
	const [record, round] = text.split('\n', 2).map((line) => JSON.parse(line));
	assert.deepEqual([record.level, record.msg, record.big], ['error', 'real', '5']);
	assert.equal(round.msg, 'round');
	assert.match(round.notLogged, /circular/);
});

test('a secret shows itself to nobody who does not ask', () => {
	const body = parse('{"user":{"password":"hunter2"}}');
	const { password } = body.user;
	assert.ok(password instanceof Secret);
	assert.equal(password.reveal(), 'hunter2');
	assert.equal(`${password}`, '[secret]');
	assert.equal(JSON.stringify(body), '{"user":{"password":"[secret]"}}');
	assert.throws(() => parse('{"password": hunter2}'), /^Error: this is not JSON$/);
});
