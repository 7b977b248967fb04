import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fill } from './fill.js';
import { masking } from './mask.js';

test('fills paths, and nothing where there is no value', () => {
	const context = { github: { event: { title: 'x' } } };
	assert.equal(fill('a ${{ github.event.title }}${{github.no.such}} b', context), 'a x b');
});

test('a value is not filled again', () => {
	assert.equal(fill('${{ a }}', { a: '${{ b }}', b: 'secret' }), '${{ b }}');
});

test('hides a secret in its known spellings, and the longest first', () => {
	const masked = masking(['a b', 'a b c', '']);
	for (const spelling of ['a b', 'a%20b', 'YSBi', 'a b c'])
		assert.deepEqual(masked(`<${spelling}>`), ['<***>'], spelling);
	assert.deepEqual(masked('b a'), ['b a']);
});

test('hides what is added, from then on', () => {
	const masked = masking([]);
	assert.deepEqual(masked('hunter2'), ['hunter2']);
	assert.deepEqual(masked('::add-mask::hunter2'), []);
	assert.deepEqual(masked('hunter2'), ['***']);
});

test('runs steps in order, with the environment of each, until one fails', () => {
	const folder = mkdtempSync(join(tmpdir(), 'runner-'));
	const file = (name, content) => {
		const path = join(folder, name);
		writeFileSync(path, JSON.stringify(content));
		return path;
	};
	const steps = [
		{ run: 'echo "${{ github.ref }} $KEY"', env: { KEY: '${{ secrets.KEY }}' } },
		{ run: 'echo "no key: $KEY"; false; echo never' },
		{ run: 'echo never' },
	];
	const { status, stdout } = spawnSync(
		process.execPath,
		[
			join(import.meta.dirname, 'runner.js'),
			file('workflow.yml', { jobs: { one: { steps } } }),
			file('github.json', { ref: 'main' }),
			file('secrets.json', { KEY: 'k3y' }),
		],
		{ encoding: 'utf8' },
	);
	rmSync(folder, { recursive: true });
	assert.equal(stdout, 'main ***\nno key: \n');
	assert.equal(status, 1);
});
