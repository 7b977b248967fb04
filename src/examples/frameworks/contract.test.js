// The same tests against the same API in two frameworks.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';

const FRAMEWORKS = {
	Express: { tool: ['node', '--version'], start: () => ['node', 'express_app.js'] },
	Flask: {
		tool: ['flask', '--version'],
		start: (port) => ['flask', '--app', 'flask_app.py', 'run', '--port', String(port)],
	},
};

function works([command, ...options]) {
	try {
		execFileSync(command, options, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

async function freePort() {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address();
	server.close();
	return port;
}

for (const [name, { tool, start }] of Object.entries(FRAMEWORKS))
	describe(name, { skip: works(tool) ? false : `${tool[0]} is not installed` }, () => {
		let server, address;

		before(async () => {
			const port = await freePort();
			const [command, ...options] = start(port);
			const env = { ...process.env, PORT: String(port), PYTHONDONTWRITEBYTECODE: '1' };
			server = spawn(command, options, { cwd: import.meta.dirname, env, stdio: 'ignore' });
			address = `http://127.0.0.1:${port}`;
			for (let tries = 0; ; tries++) {
				try {
					await fetch(address);
					break;
				} catch (error) {
					if (tries > 200) throw error;
					await new Promise((go) => setTimeout(go, 50));
				}
			}
		});
		after(() => server?.kill());

		const post = (body, type = 'application/json') =>
			fetch(`${address}/orders`, { method: 'POST', headers: { 'Content-Type': type }, body });

		test('an order is made and read', async () => {
			const made = await post('{"article":"thé","count":2}');
			assert.equal(made.status, 201);
			const order = await made.json();
			assert.deepEqual([order.article, order.count], ['thé', 2]);
			const read = await fetch(new URL(made.headers.get('location'), address));
			assert.deepEqual(await read.json(), order);
		});

		for (const [body, faults] of [
			['{}', { article: 'say which', count: 'at least 1' }],
			['{"article":"tea","count":0}', { count: 'at least 1' }],
			['{"article":"tea","count":true}', { count: 'at least 1' }],
			['{"article":7,"count":1}', { article: 'say which' }],
			['[]', { article: 'say which', count: 'at least 1' }],
		])
			test(`${body} is refused with what is wrong`, async () => {
				const response = await post(body);
				assert.equal(response.status, 422);
				assert.deepEqual(await response.json(), { faults });
			});

		test('what is not JSON is a bad request', async () => {
			const response = await post('{"article":');
			assert.equal(response.status, 400);
			assert.deepEqual(await response.json(), { error: 'bad request' });
		});

		test('a body that is too large is refused', async () => {
			assert.equal((await post(JSON.stringify({ article: 'x'.repeat(20_000) }))).status, 413);
		});

		test('an error of ours says nothing of the inside', async () => {
			const response = await fetch(`${address}/broken`);
			assert.equal(response.status, 500);
			assert.deepEqual(await response.json(), { error: 'our fault' });
		});

		test('an unknown path and an unknown order', async () => {
			assert.deepEqual(await (await fetch(`${address}/nothing`)).json(), { error: 'not found' });
			assert.equal((await fetch(`${address}/orders/999`)).status, 404);
		});

		test('a template escapes what it is given', async () => {
			const response = await fetch(`${address}/hello?name=%3Cb%3E`);
			assert.match(await response.text(), /^<p>Hello, &(lt|#60);b&(gt|#62);<\/p>$/);
		});

		test('a request id is passed on, or made', async () => {
			const given = await fetch(`${address}/hello`, { headers: { 'X-Request-Id': 'abc' } });
			assert.equal(given.headers.get('x-request-id'), 'abc');
			const made = await fetch(`${address}/nothing`);
			assert.ok(made.headers.get('x-request-id').length > 10);
		});
	});
