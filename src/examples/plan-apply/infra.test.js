import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('infra.js', import.meta.url));

function shop(context) {
	const cwd = mkdtempSync(join(tmpdir(), 'infra-'));
	context.after(() => rmSync(cwd, { recursive: true }));
	const env = { ...process.env };
	return {
		file: (name) => join(cwd, name),
		write: (config) => writeFileSync(join(cwd, 'infra.json'), JSON.stringify(config)),
		cloud: () => readdirSync(join(cwd, 'cloud')).filter((name) => !name.startsWith('.')),
		run: (words, slow = 0) =>
			new Promise((resolve) => {
				const options = { cwd, env: { ...env, CLOUD_SLOW: String(slow) } };
				execFile(process.execPath, [program, ...words.split(' ')], options, (error, out) =>
					resolve(out.trim()),
				);
			}),
	};
}
const small = { size: 'small', image: 'debian-13' };
const one = { resources: { 'server.web': small } };

test('applied twice, and healed after a deletion by hand', async (context) => {
	const { write, run, cloud, file } = shop(context);
	write(one);
	assert.equal(await run('apply'), 'creating server.web');
	assert.equal(await run('apply'), 'no changes');
	rmSync(file('cloud/server-1.json'));
	assert.equal(await run('plan'), '+ server.web (is gone)');
	await run('apply');
	assert.deepEqual(cloud(), ['server-2.json']);
});

test('a rename destroys, unless it is said to be one', async (context) => {
	const { write, run, cloud } = shop(context);
	write(one);
	await run('apply');
	write({ resources: { 'server.shop': small }, moved: { 'server.web': 'server.shop' } });
	assert.equal(await run('apply'), 'no changes');
	write({ resources: { 'server.front': small } });
	assert.equal(await run('apply'), 'creating server.front\ndestroying server.shop');
	assert.deepEqual(cloud(), ['server-2.json']);
});

test('without its state everything is made again, and import brings it back', async (context) => {
	const { write, run, cloud, file } = shop(context);
	write(one);
	await run('apply');
	rmSync(file('state.json'));
	assert.equal(await run('plan'), '+ server.web');
	await run('import server.web server-1');
	assert.equal(await run('plan'), 'no changes');
	assert.equal(cloud().length, 1);
});

test('two at once: an orphan without the lock, a refusal with it', async (context) => {
	const { write, run, cloud, file } = shop(context);
	write(one);
	await Promise.all([run('apply --no-lock', 2000), run('apply --no-lock', 2000)]);
	assert.equal(cloud().length, 2);
	assert.equal(Object.keys(JSON.parse(readFileSync(file('state.json'))).resources).length, 1);

	write({ resources: { 'server.web': small, 'server.mail': small } });
	const first = run('apply', 2000);
	while (!existsSync(file('state.lock'))) await wait(20);
	assert.equal(await run('apply'), 'error: the state is locked: somebody else applies');
	await first;
	assert.equal(cloud().length, 3);
});

test('a saved plan is done as it was reviewed, or not at all', async (context) => {
	const { write, run, file } = shop(context);
	write(one);
	await run('plan --out plan.json');
	write({ resources: { 'server.web': { ...small, size: 'huge' } } });
	await run('apply --plan plan.json');
	assert.equal(JSON.parse(readFileSync(file('cloud/server-1.json'))).size, 'small');
	assert.equal(await run('apply --plan plan.json'), 'error: the plan is stale: make a new one');
});
