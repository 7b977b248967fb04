import { expect, test } from 'vitest';
import { extract } from '../examples/extract.ts';
import { checkListings, testPrograms } from '../examples/listings.ts';

test('a listing of what does not exist is told with its line', () => {
	const page = extract('x', 'x.mdx', 'Text.\n\n<Listing file="nosuch/a.js" region="r" />\n');
	expect(checkListings(page)).toEqual([
		'x.mdx:3: there is no file src/examples/nosuch/a.js. Give its path below src/examples.',
	]);
});

test('the programs that pages show run their own tests', () => {
	const folder = 'tests/examples/fixtures/programs';
	const [fails, passes] = testPrograms(undefined, folder);
	expect(passes).toEqual({ name: 'passes', passed: 1 });
	expect(fails?.name).toBe('fails');
	expect(fails?.failure).toMatch(
		/^tests\/examples\/fixtures\/programs\/fails: its tests failed\.\n/,
	);
	expect(fails?.failure).toContain('2 !== 3');
	const page = extract('x', 'x.mdx', '<Listing file="passes/add.js" />\n');
	expect(testPrograms([page], folder).map(({ name }) => name)).toEqual(['passes']);
});
