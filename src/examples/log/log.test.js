import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Group } from './group.js';
import { murmur2, partitionOf } from './keys.js';
import { OffsetOutOfRange, Partition } from './partition.js';
import { Replicas } from './replicas.js';
import { readCommitted } from './transactions.js';

const folder = () => mkdtempSync(join(tmpdir(), 'log-'));
const values = (records) => records.map(({ value }) => value);
const fill = (partition, count) => {
	for (let n = 0; n < count; n += 1) partition.append({ key: `k${n % 3}`, value: n });
	return partition;
};

test('records have rising offsets and are read from any of them', () => {
	const partition = fill(new Partition(folder(), { segmentBytes: 100 }), 20);
	assert.ok(partition.segments.length > 3);
	assert.deepEqual(values(partition.read(0)), [...Array(20).keys()]);
	assert.deepEqual(values(partition.read(17)), [17, 18, 19]);
	assert.deepEqual(values(partition.read(4, 2)), [4, 5]);
	assert.deepEqual(partition.read(20), []);
});

test('a partition that is opened again goes on where it was', () => {
	const path = folder();
	fill(new Partition(path, { segmentBytes: 100 }), 7);
	const again = new Partition(path, { segmentBytes: 100 });
	assert.equal(again.append({ value: 'next' }), 7);
	assert.equal(again.read(0).length, 8);
});

test('half a line, left by a crash, is neither read nor kept', () => {
	const path = folder();
	fill(new Partition(path), 3);
	appendFileSync(join(path, readdirSync(path)[0]), '{"offset":3,"val');
	const again = new Partition(path);
	assert.equal(again.append({ value: 'whole' }), 3);
	assert.deepEqual(values(again.read(2)), [2, 'whole']);
});

test('retention deletes whole files, never the last, and tells late readers', () => {
	const partition = fill(new Partition(folder(), { segmentBytes: 100 }), 20);
	const files = partition.segments.length;
	partition.retain(250);
	assert.ok(partition.segments.length < files);
	assert.throws(() => partition.read(0), OffsetOutOfRange);
	assert.equal(partition.read(partition.start)[0].offset, partition.start);
	partition.retain(0);
	assert.equal(partition.segments.length, 1);
	assert.equal(partition.append({ value: 'next' }), 20);
});

test('compaction keeps the newest of each key, with its offset', () => {
	const path = folder();
	const partition = fill(new Partition(path, { segmentBytes: 100 }), 20);
	partition.compact();
	const left = partition.read(0);
	for (const key of ['k0', 'k1', 'k2']) assert.ok(left.some((record) => record.key === key));
	assert.ok(left.length < 10);
	assert.deepEqual(
		left.map(({ offset }) => offset),
		left.map(({ value }) => value),
	);
	assert.equal(new Partition(path).append({ value: 'next' }), 20);
});

test('a producer that sends again is recognised, also after the broker has restarted', () => {
	const path = folder();
	const record = { value: 'paid', producer: 7, sequence: 0 };
	assert.equal(new Partition(path).append(record), 0);
	const partition = new Partition(path);
	assert.equal(partition.append(record), 0);
	assert.equal(partition.append({ ...record, sequence: 1 }), 1);
	assert.equal(partition.append({ ...record, producer: 8 }), 2);
	assert.equal(partition.end, 3);
});

test('keys are hashed as by Kafka, by the numbers in its own tests', () => {
	assert.equal(murmur2('21'), -973932308);
	assert.equal(murmur2('foobar'), -790332482);
	assert.equal(murmur2('a-little-bit-long-string'), -985981536);
	assert.equal(murmur2('a-little-bit-longer-string'), -1486304829);
	assert.equal(murmur2('lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8'), -58897971);
	assert.equal(murmur2('abc'), 479470107);
	assert.ok(partitionOf('foobar', 5) >= 0);
});

for (const sticky of [false, true])
	test(`each partition has one owner${sticky ? ', sticky' : ''}`, () => {
		const group = new Group(12, { sticky });
		const members = ['ann', 'ben', 'cem', 'dee', 'eva'];
		const check = (expected) => {
			const owned = members.flatMap((member) => group.partitionsOf(member));
			assert.deepEqual(
				owned.toSorted((a, b) => a - b),
				expected,
			);
			const sizes = members.map((member) => group.partitionsOf(member).length).filter(Boolean);
			if (sizes.length > 0) assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
		};
		for (const member of members) {
			group.join(member);
			check([...Array(12).keys()]);
		}
		group.leave('ben');
		check([...Array(12).keys()]);
	});

test('with stickiness only what moves has to stop', () => {
	const stops = (sticky) => {
		const group = new Group(12, { sticky });
		for (const member of ['ann', 'ben', 'cem']) group.join(member);
		return group.join('dee');
	};
	assert.equal(stops(false), 12);
	assert.equal(stops(true), 3);
});

test('a member that was put out cannot commit', () => {
	const group = new Group(2);
	group.join('ann');
	const { generation } = group;
	group.commit('ann', generation, 0, 5);
	group.join('ben');
	assert.throws(() => group.commit('ann', generation, 0, 9), /ILLEGAL_GENERATION/);
	assert.equal(group.committed.get(0), 5);
});

test('acks=1 can lose what was confirmed, acks=all does not', () => {
	for (const [acks, left] of [
		['1', 1],
		['all', 2],
	]) {
		const partition = new Replicas();
		partition.send('first', acks);
		partition.replicate();
		partition.send('second', acks);
		partition.die('a');
		assert.equal(partition.read().length, left, acks);
	}
});

test('too few replicas in sync: refused, and nothing confirmed is lost', () => {
	const partition = new Replicas({ minInSync: 2 });
	partition.send('first', 'all');
	partition.lag('b');
	partition.send('second', 'all');
	partition.lag('c');
	assert.throws(() => partition.send('third', 'all'), /NOT_ENOUGH_REPLICAS/);
	partition.die('a');
	assert.equal(partition.leader, 'c');
	assert.deepEqual(partition.logs.get('c'), ['first', 'second']);
});

test('one in sync is enough by default, and then its death stops or loses', () => {
	const scene = (unclean) => {
		const partition = new Replicas({ unclean });
		partition.send('first', 'all');
		partition.lag('b');
		partition.lag('c');
		partition.send('second', 'all');
		partition.die('a');
		return partition;
	};
	const careful = scene(false);
	assert.throws(() => careful.send('third', 'all'), /LEADER_NOT_AVAILABLE/);
	assert.deepEqual(careful.rejoin('a'), []);
	assert.deepEqual(careful.read(), ['first', 'second']);
	const unclean = scene(true);
	assert.deepEqual(unclean.read(), ['first']);
	assert.deepEqual(unclean.rejoin('a'), ['second']);
});

test('committed reading stops at the first open transaction', () => {
	const log = [{ value: 'free' }, { tx: 1, value: 'a' }, { tx: 2, value: 'b' }];
	log.push({ tx: 2, end: 'commit' });
	assert.deepEqual(readCommitted(log), ['free']);
	log.push({ tx: 1, end: 'abort' });
	assert.deepEqual(readCommitted(log), ['free', 'b']);
});

for (const [when, lines, different] of [
	['after', 107, 100],
	['before', 97, 97],
])
	test(`killed in the middle, with the commit ${when} the work`, () => {
		const cwd = folder();
		fill(new Partition(join(cwd, 'orders-0')), 100);
		const consume = (DIE) =>
			spawnSync(
				process.execPath,
				[join(import.meta.dirname, 'consume.js'), 'orders-0', 'mail', when],
				{ cwd, env: { ...process.env, DIE } },
			);
		assert.equal(consume('37').signal, 'SIGKILL');
		assert.equal(consume('').status, 0);
		const done = readFileSync(join(cwd, 'mail.txt'), 'utf8').trim().split('\n');
		assert.equal(done.length, lines);
		assert.equal(new Set(done).size, different);
	});
