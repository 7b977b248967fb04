import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, run } from './saga.js';
import { answer, local, total } from './shop.js';

test('both catalogues know the same', async () => {
	assert.equal(await total([{ id: 1, n: 2 }], local), 214);
	assert.deepEqual(answer('/prices/1'), { cents: 107 });
	assert.deepEqual(answer('/prices?ids=1,2'), [
		[1, 107],
		[2, 114],
	]);
});

/** Three services, each of which remembers by key what it did. */
function services({ stock = 1 } = {}) {
	const did = { pay: new Map(), stock: new Map(), ship: new Map() };
	const step = (name, limit = Infinity) => ({
		name,
		act: async (id) => {
			if (did[name].has(id)) return;
			if (did[name].size >= limit) throw new Error(`${name} refuses`);
			did[name].set(id, 'done');
		},
		undo: async (id) => {
			if (did[name].has(id)) did[name].set(id, 'undone');
		},
	});
	return { did, steps: [step('pay'), step('stock', stock), step('ship')] };
}

test('all steps, or all of them undone', async () => {
	const db = open();
	const { did, steps } = services();
	assert.equal(await run(db, 'a', steps), 'completed');
	assert.equal(await run(db, 'b', steps), 'undone');
	assert.deepEqual(
		[...did.pay],
		[
			['a', 'done'],
			['b', 'undone'],
		],
	);
	assert.equal(did.ship.has('b'), false);
});

for (const crashAfter of ['pay', 'stock', 'ship'])
	for (const stock of [0, 1])
		test(`a crash after ${crashAfter}, stock ${stock}: goes on, and does nothing twice`, async () => {
			const db = open();
			const { did, steps } = services({ stock });
			await run(db, 'a', steps, { crashAfter }).catch(() => {});
			const end = await run(db, 'a', steps);
			assert.equal(end, stock === 1 ? 'completed' : 'undone');
			assert.equal(did.pay.get('a'), stock === 1 ? 'done' : 'undone');
			assert.equal(await run(db, 'a', steps), end);
		});
