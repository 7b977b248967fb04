import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeHeapSnapshot } from 'node:v8';
import { grown, holders, read } from './heap.js';

class Leaked {
	number = 1;
}
const keeper = { cellar: [] };
globalThis.keeperOfTheTest = keeper;

test('what has grown, and who holds it', () => {
	const folder = mkdtempSync(join(tmpdir(), 'heap-'));
	const before = read(writeHeapSnapshot(join(folder, 'a')));
	for (let n = 0; n < 500; n += 1) keeper.cellar.push(new Leaked());
	const after = read(writeHeapSnapshot(join(folder, 'b')));
	const change = grown(before, after).find(([name]) => name === 'Leaked');
	assert.ok(change[1] >= 500 && change[1] <= 501);
	const way = holders(after, ({ type, name }) => type === 'object' && name === 'Leaked');
	assert.match(way.join('\n'), /cellar -> Array/);
});
