// The same tests against the same service in every language that this machine has.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

const here = import.meta.dirname;
const work = mkdtempSync(join(tmpdir(), 'contract-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** How each implementation is made ready and started. */
const LANGUAGES = {
	JavaScript: { tool: ['node', '--version'], start: () => ['node', 'server.js'] },
	Python: { tool: ['python3', '--version'], start: () => ['python3', 'server.py'] },
	Java: { tool: ['javac', '-version'], start: () => ['java', 'Server.java'] },
	PHP: {
		tool: ['php', '--version'],
		start: (port) => ['php', '-S', `127.0.0.1:${port}`, 'server.php'],
	},
	Ruby: { tool: ['ruby', '--version'], start: () => ['ruby', 'server.rb'] },
	Go: {
		tool: ['go', 'version'],
		build: ['go', 'build', '-o', join(work, 'go'), 'server.go'],
		start: () => [join(work, 'go')],
	},
	Rust: {
		tool: ['rustc', '--version'],
		build: ['rustc', '--edition', '2021', '-o', join(work, 'rust'), 'server.rs'],
		start: () => [join(work, 'rust')],
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

for (const [name, { tool, build, start }] of Object.entries(LANGUAGES))
	describe(name, { skip: works(tool) ? false : `${tool[0]} is not installed` }, () => {
		let server, address;

		before(async () => {
			const env = { ...process.env, GOCACHE: join(tmpdir(), 'contract-go-cache'), GO111MODULE: 'off' };
			if (build) execFileSync(build[0], build.slice(1), { cwd: here, env });
			const port = await freePort();
			const data = mkdtempSync(join(work, 'data-'));
			const [command, ...options] = start(port);
			server = spawn(command, options, {
				cwd: here,
				env: { ...env, PORT: String(port), DATA: data },
				stdio: 'ignore',
			});
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

		const ask = async (method, path, body) => {
			const response = await fetch(address + path, { method, body });
			return [response.status, await response.json(), response.headers];
		};

		test('a price is set, read and replaced', async () => {
			assert.deepEqual((await ask('PUT', '/prices/tea', '300')).slice(0, 2), [
				201,
				{ name: 'tea', cents: 300 },
			]);
			assert.deepEqual((await ask('PUT', '/prices/tea', '350')).slice(0, 2), [
				200,
				{ name: 'tea', cents: 350 },
			]);
			const [status, body, headers] = await ask('GET', '/prices/tea');
			assert.deepEqual([status, body], [200, { name: 'tea', cents: 350 }]);
			assert.match(headers.get('content-type'), /^application\/json/);
		});

		test('what is not there is not found', async () => {
			const [status, body] = await ask('GET', '/prices/cup');
			assert.deepEqual([status, body], [404, { error: 'no price for cup' }]);
			assert.deepEqual((await ask('GET', '/elsewhere')).slice(0, 2), [404, { error: 'not found' }]);
			assert.equal((await ask('GET', '/prices/a/b'))[0], 404);
		});

		for (const body of ['', '3.50', '-1', '1e3', '0x10', '12345678901', ' 5', '5\n', '٣'])
			test(`the body ${JSON.stringify(body)} is refused`, async () => {
				const [status, answer] = await ask('PUT', '/prices/bad', body);
				assert.deepEqual([status, answer], [400, { error: 'send a whole number of cents' }]);
			});

		for (const name of ['thé', 'a b', '"quoted"', 'back\\slash', '50%', 'a+b', '茶'])
			test(`the name ${name} comes back as it was sent`, async () => {
				const path = `/prices/${encodeURIComponent(name)}`;
				assert.equal((await ask('PUT', path, '7'))[0], 201);
				assert.deepEqual((await ask('GET', path))[1], { name, cents: 7 });
			});

		test('a name that is badly encoded does not end the service', async () => {
			for (const name of ['%', '%zz', '%ff']) {
				const answer = await fetch(`${address}/prices/${name}`).catch(() => undefined);
				if (answer) assert.ok(answer.status >= 400 && answer.status < 500);
			}
			assert.equal((await ask('GET', '/prices/nothing'))[0], 404);
		});

		test('another method is told what is allowed', async () => {
			const [status, , headers] = await ask('DELETE', '/prices/tea');
			assert.equal(status, 405);
			assert.equal(headers.get('allow'), 'GET, PUT');
		});

		test('a hundred requests at once are all answered', async () => {
			const all = await Promise.all(
				Array.from({ length: 100 }, (_, n) => ask('PUT', `/prices/many${n}`, String(n))),
			);
			assert.deepEqual(
				all.map(([, { cents }]) => cents),
				Array.from({ length: 100 }, (_, n) => n),
			);
		});
	});
