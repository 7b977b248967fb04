import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, visible } from '../examples/compare.ts';
import { extract } from '../examples/extract.ts';
import { indiscretion, secretsOf } from '../examples/privacy.ts';
import { recordOutputs } from '../examples/update.ts';

describe('an output is compared with what is printed now', () => {
	test('only what cannot be seen is forgiven', () => {
		expect(difference('a\nb', 'a  \r\nb\n\n')).toBeUndefined();
		expect(difference('red', '\u001b[31mred\u001b[0m\n')).toBeUndefined();
		expect(difference(' a', 'a')).toBeDefined();
		expect(difference('A', 'a')).toBeDefined();
		expect(visible('a\0b\rc\x7f')).toBe('a^@b^Mc^?');
	});
	test('the parts that vary may differ, and nothing beside them', () => {
		expect(
			difference('took 3 ms at :40001', 'took 120 ms at :29999', '\\d+ ms|:\\d{5}'),
		).toBeUndefined();
		expect(difference('took 3 ms, 4 rows', 'took 3 ms, 5 rows', '\\d+ ms')).toBe(
			'--- in the page\n+++ printed now\n@@ -1,1 +1,1 @@\n-took …, 4 rows\n+took …, 5 rows',
		);
		expect(difference('took 3 ms', 'took a while', '\\d+ ms')).toBeDefined();
	});
	test('a line of its own can vary', () => {
		expect(difference('Date: a\nx', 'Date: b\nx', '^Date: .*$')).toBeUndefined();
	});
});

describe('recording writes only between the fences of outputs', () => {
	const source =
		'Intro\n\n```js run\n1\n```\n\n```output varies="\\d"\nold\nlines\n```\n\nProse ``` here.\n\n- item\n\n  ```sh run\n  $ x\n  ```\n\n  ~~~output\n  ~~~\n';
	test('in place, with indentation and words kept', () => {
		expect(
			recordOutputs(source, [
				{ line: 7, endLine: 10, text: 'new' },
				{ line: 20, endLine: 21, text: 'a\n\nb' },
			]),
		).toBe(source.replace('old\nlines', 'new').replace('~~~output\n', '~~~output\n  a\n\n  b\n'));
	});
	test('an empty output leaves an empty fence', () => {
		expect(recordOutputs(source, [{ line: 7, endLine: 10, text: '' }])).toBe(
			source.replace('old\nlines\n', ''),
		);
	});
	test('whatever is printed is read back from the page as it was, and the rest is untouched', () => {
		const piece = fc.oneof(
			fc.constantFrom('```', '~~~~', '  ````js', '{x}', '<Tag>', '$ ', '---', '\\', '# x', '> '),
			fc.string({ unit: 'grapheme' }),
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = visible(pieces.join('\n').replace(/[\u0085\u2028\u2029]/g, '')).replace(
					/^\n+/,
					'',
				);
				const before = '```js run\n1\n```\n\n```output\nold\n```\n\nAfter.\n';
				const after = recordOutputs(before, [{ line: 5, endLine: 7, text }]);
				const { steps } = extract('x', 'x.mdx', after);
				expect(steps[0]?.block.output?.text).toBe(text);
				expect(after.startsWith('```js run\n1\n```\n\n```')).toBe(true);
				expect(after.endsWith('```\n\nAfter.\n')).toBe(true);
			}),
		);
	});
	test('a page that has changed meanwhile is not written over', () => {
		expect(() => recordOutputs('a\nb\n', [{ line: 1, endLine: 2, text: 'x' }])).toThrow(
			'Line 1 does not open a fence; the page changed. Run the examples again.',
		);
	});
});

test('what names a machine is not recorded', () => {
	const secrets = { paths: ['/tmp/handbook-page-x', '/home/ada'], names: ['ada', 'thinkpad'] };
	expect(indiscretion('at /home/ada/x.js:1', secrets)).toBe(
		'the output contains a path of this machine (/home/ada), so it cannot be recorded. Print a path relative to the workspace: a file\'s name instead of its full path, or end the command with  2>&1 | sed "s|$PWD/||g".',
	);
	expect(indiscretion('-rw-r--r-- 1 ada staff', secrets)).toBe(
		'the output contains the name of this machine or its user (ada), so it cannot be recorded. Ask the command not to print it.',
	);
	expect(indiscretion('Adam reads Canada, /tmp/other, adaptive', secrets)).toBeUndefined();
});

test('a name that the author wrote is no secret, even when this machine has it', () => {
	const machine = { home: '/home/someone', host: 'shop.example', user: 'root' };
	expect(secretsOf('/tmp', 'Nothing.', machine)).toEqual({
		paths: ['/tmp', process.cwd(), '/home/someone'],
		names: ['shop.example', 'shop'],
	});
	expect(secretsOf('/tmp', 'A shop sells tea.', machine).names).toEqual(['shop.example']);
});
