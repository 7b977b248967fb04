import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBlock, readListing } from '../../src/markdown/listing.ts';

const folder = mkdtempSync(join(tmpdir(), 'listing-'));
writeFileSync(
	join(folder, 'a.js'),
	'// #region accept\n\tif (x) {\n\t\tgo();\n\t}\n// #endregion accept\nrest();\n// #region open\n',
);

describe('a listing', () => {
	test('is the region, without its marks and its common indentation', () => {
		expect(readListing('a.js', 'accept', folder)).toBe('if (x) {\n\tgo();\n}');
	});
	test('is the whole file without its marks when no region is named', () => {
		expect(readListing('a.js', undefined, folder)).toBe('\tif (x) {\n\t\tgo();\n\t}\nrest();');
	});
	test('of a region that does not exist names those that do', () => {
		expect(() => readListing('a.js', 'acept', folder)).toThrow(
			`${folder}/a.js has no region “acept”. It has accept, open.`,
		);
	});
	test('of a region that is not closed says where it starts', () => {
		expect(() => readListing('a.js', 'open', folder)).toThrow(
			`the region “open” of ${folder}/a.js, line 7, is not closed with #endregion open.`,
		);
	});
	test('of a file that does not exist says so', () => {
		expect(() => readListing('b.js', undefined, folder)).toThrow(
			`there is no file ${folder}/b.js. Give its path below ${folder}.`,
		);
	});
});

describe('a block that says from', () => {
	test('has the text of the file, or of one region', () => {
		expect(readBlock('a.js#accept', '', folder)).toBe('if (x) {\n\tgo();\n}');
		expect(readBlock('a.js', '\n', folder)).toContain('rest();');
	});
	test('with text of its own is refused', () => {
		expect(() => readBlock('a.js', 'go();', folder)).toThrow(
			'from="a.js" fills this block, so nothing may stand in it. Empty it, or remove “from”.',
		);
	});
});
