import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutants } from './mutate.js';

test('each mutant differs in one place, and says where', () => {
	const found = [...mutants('const a = 1;\nif (a >= 2 && a - 1) f();\n')];
	assert.deepEqual(
		found.map(({ line, change }) => `${line} ${change}`),
		['2 >= -> >', '2 - -> +', '2 && -> ||'],
	);
	assert.equal(found[0].text, 'const a = 1;\nif (a > 2 && a - 1) f();\n');
});

test('an arrow is not a comparison', () => {
	assert.deepEqual([...mutants('const f = (a) => a;\n')], []);
});
