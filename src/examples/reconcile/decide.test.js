import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from './decide.js';

const pods = (count, version, ready = true) =>
	Array.from({ length: count }, () => ({ version, ready }));
const both = (desired, all) => {
	const { start, stop } = decide(desired, all);
	return { start, stop: stop.map((pod) => `${pod.version} ${pod.ready ? 'ready' : 'unready'}`) };
};

test('what is missing is started, and nothing twice', () => {
	assert.deepEqual(both({ replicas: 3, version: 'v1' }, []), { start: 3, stop: [] });
	assert.deepEqual(both({ replicas: 3, version: 'v1' }, pods(3, 'v1', false)), {
		start: 0,
		stop: [],
	});
});

test('scaling down takes those that are not ready first', () => {
	const all = [...pods(1, 'v1', false), ...pods(2, 'v1')];
	assert.deepEqual(both({ replicas: 2, version: 'v1' }, all), { start: 0, stop: ['v1 unready'] });
});

test('scaling to zero', () => {
	assert.equal(decide({ replicas: 0, version: 'v1' }, pods(2, 'v1')).stop.length, 2);
});

test('a roll starts one more, and stops an old one only for a ready new one', () => {
	const desired = { replicas: 3, version: 'v2' };
	assert.deepEqual(both(desired, pods(3, 'v1')), { start: 1, stop: [] });
	assert.deepEqual(both(desired, [...pods(3, 'v1'), ...pods(1, 'v2', false)]), {
		start: 0,
		stop: [],
	});
	assert.deepEqual(both(desired, [...pods(3, 'v1'), ...pods(1, 'v2')]), {
		start: 0,
		stop: ['v1 ready'],
	});
});

test('a rollback stops the bad one at once', () => {
	const all = [...pods(3, 'v2'), ...pods(1, 'v3', false)];
	assert.deepEqual(both({ replicas: 3, version: 'v2' }, all), { start: 0, stop: ['v3 unready'] });
});

test('from any mixture it ends at what is wanted, and never has fewer ready', () => {
	for (let seed = 1; seed < 300; seed += 1) {
		let all = [...pods(seed % 4, 'v1'), ...pods(seed % 3, 'v2', seed % 2 === 0)];
		const desired = { replicas: seed % 5, version: 'v2' };
		let floor = Math.min(desired.replicas, all.filter((pod) => pod.ready).length);
		for (let pass = 0; pass < 20; pass += 1) {
			const { start, stop } = decide(desired, all);
			all = all.filter((pod) => !stop.includes(pod));
			const ready = all.filter((pod) => pod.ready).length;
			assert.ok(ready >= floor);
			floor = Math.min(desired.replicas, ready);
			for (const pod of all) pod.ready = true;
			all.push(...pods(start, 'v2', false));
		}
		assert.deepEqual(
			all.map((pod) => pod.version),
			Array.from({ length: desired.replicas }, () => 'v2'),
		);
	}
});
