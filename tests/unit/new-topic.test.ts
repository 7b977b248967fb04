import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readHandbook } from '../../src/read-handbook.ts';
import type { ProblemsError } from '../../src/roadmap/types.ts';

const SCRIPT = resolve('src/tools/new-topic.ts');
const CURRICULUM = readFileSync('src/curriculum.yaml', 'utf8');
const FILE = 'src/content/docs/internet/http.mdx';
let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'new-topic-'));
	mkdirSync(join(folder, 'src'), { recursive: true });
	writeFileSync(join(folder, 'src/curriculum.yaml'), CURRICULUM);
});

const run = (...args: string[]) =>
	execFileSync('node', [SCRIPT, ...args], { cwd: folder, encoding: 'utf8' });
const fail = (...args: string[]) => {
	const { status, stderr } = spawnSync('node', [SCRIPT, ...args], {
		cwd: folder,
		encoding: 'utf8',
	});
	expect(status).toBe(1);
	return stderr.trim();
};

test('a page is made from the curriculum, and the build refuses it until its blanks are filled', () => {
	expect(run('http')).toContain(`${FILE} is made.`);
	const source = readFileSync(join(folder, FILE), 'utf8');
	expect(source).toContain('title: "HTTP"');
	expect(source).toContain('  - topic: dns\n');
	expect(source).toContain('- cookies');
	try {
		readHandbook([{ file: FILE, source }], CURRICULUM);
		expect.unreachable('the page is not finished');
	} catch (error) {
		const messages = (error as ProblemsError).problems.map(({ message }) => message).join('\n');
		for (const part of [
			'description: it has 0 characters',
			'prerequisites.0.because: say what',
			'outcomes: there are 0',
			'practice',
			'sources: name at least one',
			'has no id',
		])
			expect(messages).toContain(part);
	}
});

test('what is there is not overwritten', () => {
	run('http');
	expect(fail('http')).toBe(`${FILE} exists already. It is not overwritten.`);
});

test('a topic that the curriculum does not have', () => {
	expect(fail('htttp')).toBe('The curriculum has no topic “htttp”. Did you mean “http”?');
	expect(fail()).toBe(
		'Say which topic: npm run new -- <topic id>. npm run new -- --list names those without a page.',
	);
});

test('the list leaves out what is written', () => {
	run('http');
	const listed = run('--list');
	expect(listed).toContain('  dns (foundation)');
	expect(listed).not.toContain('  http (foundation)');
});
