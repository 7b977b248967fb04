import { describe, expect, test } from 'vitest';
import { commandsOf } from '../examples/commands.ts';
import { extract } from '../examples/extract.ts';
import { typedCommands } from '../examples/requirements.ts';

const page = (source: string) => extract('x', 'x.mdx', source);

describe('the blocks of a page', () => {
	test('are found in order, with their lines, also in components, lists and notes', () => {
		const { steps, faults } = page(
			[
				'---\ntitle: Ünïcode 漢字\n---\n\nText — ö.\n\n```js run\n1\n```\n\n```output varies="\\d\\.\\d"\n1\n```\n',
				'<Question id="a" see="b">\n\n- item\n\n  ```sh run\n  $ echo hi\n  ```\n\n~~~~output of="later"\nx\n~~~~\n\n</Question>\n',
				':::note[Title]\n```python file="a.py"\nprint(1)\n```\n:::\n',
			].join('\n'),
		);
		expect(faults).toEqual(['x.mdx:23: no block above has id="later".']);
		expect(steps.map(({ block }) => [block.fence.lang, block.line, block.code])).toEqual([
			['js', 7, '1'],
			['sh', 19, '$ echo hi'],
			['python', 30, 'print(1)'],
		]);
		expect(steps[0]?.block.output).toMatchObject({
			line: 11,
			endLine: 13,
			text: '1',
			fence: { varies: '\\d\\.\\d' },
		});
	});
	test('an output may stand elsewhere when it names its block', () => {
		const { steps, faults } = page(
			'```js run id="plan"\n1\n```\n\nProse between.\n\n```output of="plan"\n1\n```\n',
		);
		expect(faults).toEqual([]);
		expect(steps[0]?.block.output?.line).toBe(7);
	});
	test('the output of a process in the background is a step of its own, each time', () => {
		const { steps } = page(
			'```sh run background id="s"\n$ node s.js\n```\n\n```output\nready\n```\n\n```output of="s"\nGET /\n```\n',
		);
		expect(
			steps.map((step) => ('output' in step && step.output ? step.output.line : 'block')),
		).toEqual(['block', 5, 9]);
	});
	test.each([
		[
			'```output\n1\n```',
			'x.mdx:1: this output does not stand directly below a block. Move it there, or name the block with id="x" and write of="x" here.',
		],
		[
			'```js run\n1\n```\n\nProse.\n\n```output\n1\n```',
			'x.mdx:7: this output does not stand directly below a block. Move it there, or name the block with id="x" and write of="x" here.',
		],
		[
			'```js skip="no"\n1\n```\n\n```output\n1\n```',
			'x.mdx:5: the block above is skipped, so it has no output that was recorded. Describe it in the text instead.',
		],
		[
			'```js file="a.js"\n1\n```\n\n```output\n1\n```',
			'x.mdx:5: the block on line 1 is only written to a file. Add run, or remove this output.',
		],
		[
			'```js run id="a"\n1\n```\n\n```output\n1\n```\n\n```output of="a"\n1\n```',
			'x.mdx:9: the block on line 1 has an output already, on line 5.',
		],
		[
			'```js run id="a"\n1\n```\n\n```js run id="a"\n1\n```',
			'x.mdx:5: id="a" is taken by the block on line 1.',
		],
		[
			'```js run\n1\n```\n\n```output varies="(\\d+"\n1\n```',
			'x.mdx:5: varies="(\\d+" is not a regular expression: Invalid regular expression: /(\\d+/u: Unterminated group.',
		],
		[
			'```js run\n1\n```\n\n```output varies="\\d*"\n1\n```',
			'x.mdx:5: varies="\\d*" also matches nothing at all, so it would forgive everything. Use + in place of *.',
		],
		[
			'```sh run\n$ ls\nfile.txt\n```',
			'x.mdx:3: “file.txt” is not a command. A command starts with “$ ”; its next lines are indented or start with “> ”. What it prints belongs in an output block.',
		],
		['```sh run\n# nothing\n```', 'x.mdx:1: there is no command here. Commands start with “$ ”.'],
		['<Listing region="a" />', 'x.mdx:1: <Listing> needs file="topic/name".'],
	])('%j', (source, message) => {
		expect(page(`${source}\n`).faults).toEqual([message]);
	});
});

describe('the commands of a shell block', () => {
	test('are its lines with a prompt, each with its continuation', () => {
		const { commands, faults } = commandsOf(
			'# first\n$ curl -s \\\n    -i http://localhost/\n\n$ cat <<END\n> one\n>   two\n>\n> END\n$ for f in *; do\n    echo $f\n  done',
		);
		expect(faults).toEqual([]);
		expect(commands).toEqual([
			'curl -s \\\n    -i http://localhost/',
			'cat <<END\none\n  two\n\nEND',
			'for f in *; do\n    echo $f\n  done',
		]);
	});
	test('name the tools that a page needs', () => {
		expect(
			typedCommands(
				'curl -s x | jq .a && KEY=1 psql -c "select 1"; (dig x) $(openssl rand) sudo nginx',
			).toSorted(),
		).toEqual(['curl', 'dig', 'jq', 'nginx', 'openssl', 'psql']);
	});
});
