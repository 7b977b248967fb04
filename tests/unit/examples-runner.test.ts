import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	appendFileSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'runner-test-'));
let printed = '';
let status: number | null;

function run(variables: Record<string, string>, ...args: string[]) {
	const env = { ...process.env, CI: '', ...variables };
	return spawnSync(process.execPath, ['tests/examples/run.ts', '--pages', folder, ...args], {
		encoding: 'utf8',
		timeout: 90_000,
		env,
	});
}

/** What the runner says of a fixture page, with the page's own path left out. */
const failuresOf = (page: string): string[] => {
	const file = `${relative('.', folder)}/${page}.mdx:`;
	return printed
		.split(/\n(?=FAIL   |ok     |again  |Not run)/)
		.filter((text) => text.startsWith(`FAIL   ${file}`))
		.map((text) => text.slice(`FAIL   ${file}`.length).trimEnd());
};

beforeAll(() => {
	cpSync('tests/examples/fixtures', folder, { recursive: true });
	const ended = run({});
	printed = ended.stdout;
	status = ended.status;
}, 100_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what goes well', () => {
	test.each(['carries-on', 'daemon', 'restarts', 'sessions', 'skipped'])('%s', (page) => {
		expect(printed).toMatch(new RegExp(`^ok     ${page}: `, 'm'));
		expect(failuresOf(page)).toEqual([]);
	});
});

test('a page that fails is run once more, alone, and told apart', () => {
	expect(printed).toContain('again  differs: it will be run once more, alone');
	expect(printed).toMatch(/^Run twice, as the first run failed: .*differs/m);
	const pages = mkdtempSync(join(tmpdir(), 'runner-again-'));
	const seen = join(pages, 'seen');
	writeFileSync(
		join(pages, 'second-try.mdx'),
		`\`\`\`bash run\n$ mkdir ${seen} 2>/dev/null && exit 1 || echo seen\n\`\`\`\n\n\`\`\`output\nseen\n\`\`\`\n`,
	);
	const ended = spawnSync(process.execPath, ['tests/examples/run.ts', '--pages', pages], {
		encoding: 'utf8',
		env: { ...process.env, CI: '' },
	});
	rmSync(pages, { recursive: true, force: true });
	expect(ended.stdout).toMatch(/^again  second-try: /m);
	expect(ended.stdout).toMatch(/^ok     second-try: 1 run/m);
	expect(ended.stdout).toContain('Run twice, as the first run failed: second-try.');
	expect(ended.status).toBe(0);
});

describe('what goes wrong is told, with the page, the line and how to mend it', () => {
	test.each([
		[
			'hangs',
			'1: did not end within 1 s and was ended. A block that must go on says background; one that needs longer says timeout="30s" (at most 60).\n  command: $ sleep 600\n  It printed:\n    before',
		],
		[
			'forks',
			'1: did not end within 1 s and was ended. A block that must go on says background; one that needs longer says timeout="30s" (at most 60).\n  command: $ for i in $(seq 50); do sleep 3333.25 & done; wait\n  It printed nothing.',
		],
		[
			'fails-unasked',
			'1: failed with exit status 1. If that is the lesson, add the word fails.\n  command: python3 (this block)\n  It printed:\n    about to divide\n    Traceback (most recent call last):\n      File "<string>", line 2, in <module>\n    ZeroDivisionError: division by zero',
		],
		[
			'does-not-fail',
			'1: did not fail (exit status 0), although it says fails. Mend the example, or remove the word.\n  command: $ true\n  It printed nothing.',
		],
		[
			'background-floods',
			'5: the block on line 1, running in the background, printed more than 64 KB.',
		],
		[
			'never-ready',
			'1: was not ready within 1 s: it printed nothing, and none of the ports PORT to PORT4 answers. Let it print a line when it is ready, and wait for that with ready="...".\n  command: $ sleep 3333.75\n  It printed nothing.',
		],
		[
			'stops-early',
			'1: ended with exit status 3 although it says background.\n  command: $ exit 3\n  It printed nothing.',
		],
		[
			'lock',
			'10: did not end within 1 s and was ended. A block that must go on says background; one that needs longer says timeout="30s" (at most 60). A statement that is meant to wait for a lock says waits.\n  command: SELECT * FROM t;\n  It printed nothing.',
		],
		[
			'does-not-wait',
			'1: did not wait for a lock, although it says waits. Remove the word, or let another session hold the lock.\n  command: SELECT 1 AS one;\n  It printed:\n     one\n    -----\n       1\n    (1 row)',
		],
		[
			'endless-sql',
			'1: did not end within 1 s and was ended. A block that must go on says background; one that needs longer says timeout="30s" (at most 60).\n  command: these statements\n  It printed nothing.',
		],
	])('%s', (page, message) => {
		expect(failuresOf(page)).toEqual([message]);
	});
	test.each(['floods', 'background-floods-at-once', 'endless-rows'])('%s', (page) => {
		expect(failuresOf(page)).toHaveLength(1);
		expect(failuresOf(page)[0]).toMatch(
			/^1: printed more than 64 KB and was ended\. Show less: a page cannot hold that\.\n/,
		);
		expect(failuresOf(page)[0]!.length).toBeLessThan(2000);
	});
	test('differs', () => {
		expect(failuresOf('differs')).toEqual([
			"1: the output on line 5 differs from what is printed now.\n  command: $ printf 'one\\ntwo\\nthree\\n'\n    --- in the page\n    +++ printed now\n    @@ -1,3 +1,3 @@\n     one\n    -2\n    +two\n     three\n  If the new output is right: npm run examples -- differs --update, then read the page again.",
			'11: the output on line 15 differs from what is printed now.\n  command: node (this block)\n    --- in the page\n    +++ printed now\n    @@ -1,1 +1,1 @@\n    -took …, gave 5\n    +took …, gave 4\n  If the new output is right: npm run examples -- differs --update, then read the page again.',
		]);
	});
	test('a page that would tell the path of the machine', () => {
		expect(failuresOf('tells-its-path')[0]).toMatch(
			/^1: the output contains a path of this machine \(.*\), so it cannot be recorded\./,
		);
	});
	test('misspelt', () => {
		expect(failuresOf('misspelt')).toEqual([
			'7: unknown word “runn”: did you mean run?',
			'11: a reader could run python, so the fence must say run, file="..." or skip="why it is not run".',
			'16: “echo no prompt” is not a command. A command starts with “$ ”; its next lines are indented or start with “> ”. What it prints belongs in an output block.',
			'19: no block above has id="nothing".',
		]);
	});
});

test('the last line counts, what was not run is listed by reason, and the run fails', () => {
	expect(printed.trimEnd().split('\n').at(-1)).toMatch(/^\d+ passed, 20 failed, 4 skipped$/);
	expect(printed).toContain('  1 × needs a cloud account\n');
	expect(printed).toContain('  1 × not run: the block on line 1 failed\n');
	expect(status).toBe(1);
});

/** Processes that fixtures start. */
function leftovers(): string[] {
	const { stdout } = spawnSync('ps', ['-axo', 'args='], { encoding: 'utf8' });
	return stdout
		.split('\n')
		.filter((line) => /\b(?:333[34](?:\.\d+)?|sleep 600)$|examples-daemon/.test(line));
}

test('nothing that a page started is left', () => {
	expect(leftovers()).toEqual([]);
});

test('--update records outputs in place; what fails or tells too much is not recorded', () => {
	const before = readFileSync(join(folder, 'tells-its-path.mdx'), 'utf8');
	run({}, 'differs', 'tells-its-path', '--update');
	expect(readFileSync(join(folder, 'differs.mdx'), 'utf8')).toBe(
		readFileSync('tests/examples/fixtures/differs.mdx', 'utf8')
			.replace('one\n2\nthree', 'one\ntwo\nthree')
			.replace('took 7 ms, gave 5', 'took 12 ms, gave 4'),
	);
	expect(readFileSync(join(folder, 'tells-its-path.mdx'), 'utf8')).toBe(before);
	expect(run({}, 'differs').status).toBe(0);
});

test('a tool that is missing leaves out its block and the rest of the page; with CI set, that is a failure', () => {
	const file = `${relative('.', folder)}/missing.mdx`;
	expect(printed).toContain(
		`  2 × needs no-such-tool, which is not installed\n      ${file}:5\n      ${file}:9\n`,
	);
	expect(printed).toContain(
		'\nno-such-tool is not installed (npm run setup, or: see its own documentation).\n',
	);
	const { stdout, status: code } = run({ CI: '1' }, 'missing');
	expect(stdout).toContain(
		'FAIL   no-such-tool is not installed (npm run setup, or: see its own documentation). With CI set, a missing tool is a failure.',
	);
	expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed, 2 skipped');
	expect(code).toBe(1);
}, 60_000);

test('a page that passed and did not change is not run again, unless with CI set or asked', () => {
	const alone = join(folder, 'alone');
	mkdirSync(alone);
	cpSync('tests/examples/fixtures/skipped.mdx', join(alone, 'skipped.mdx'));
	const ran = /^ok     skipped: 1 run, 1 skipped/m;
	const again = (variables = {}, ...args: string[]) =>
		run(variables, '--pages', alone, ...args).stdout;
	expect(again()).toMatch(ran);
	expect(again()).toBe(
		`\n1 page passed before and did not change (--all runs them too).\n\nNot run, by reason:\n  1 × needs a cloud account\n      ${relative('.', alone)}/skipped.mdx:1\n\n1 passed, 0 failed, 1 skipped\n`,
	);
	expect(again({ CI: '1' })).toMatch(ran);
	expect(again({}, '--all')).toMatch(ran);
	expect(again({}, 'skipped')).toMatch(ran);
	appendFileSync(join(alone, 'skipped.mdx'), '\nMore.\n');
	expect(again()).toMatch(ran);
}, 60_000);

test('a run that is interrupted takes everything along', async () => {
	const child = spawn(
		process.execPath,
		['tests/examples/run.ts', '--pages', folder, 'hangs', 'forks'],
		{ stdio: 'ignore' },
	);
	// Begun is what has processes of its own; on a busy machine that takes a while.
	for (let n = 0; n < 300 && leftovers().length === 0; n += 1) await sleep(100);
	child.kill('SIGINT');
	const [code] = (await once(child, 'exit')) as [number];
	expect(code).toBe(130);
	expect(leftovers()).toEqual([]);
}, 60_000);

test('a page that does not exist is an error', () => {
	const { status: code, stderr } = run({}, 'nosuch');
	expect([code, stderr.trim()]).toEqual([
		2,
		"There is no page “nosuch”. Give its id, which is its file's name without .mdx.",
	]);
});
