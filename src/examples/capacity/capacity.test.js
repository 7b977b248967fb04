import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, network, plans } from './fanout.js';
import { exactly, range } from './model.js';

const near = (value, expected, share = 0.03) => Math.abs(value / expected - 1) < share;

test('a range has nine of ten values between its ends', () => {
	const [low, middle, high] = range(10, 1000, 'kB').in('kB');
	assert.ok(near(low, 10, 0.05) && near(middle, 100) && near(high, 1000, 0.05));
});

test('units are converted, and cancel', () => {
	const day = exactly(3, 'GB/day').times(exactly(5, 'year'));
	assert.ok(near(day.in('GB')[1], 3 * 365.25 * 5, 1e-9));
	assert.ok(near(exactly(1, 'Gbit/s').in('MB/s')[1], 125, 1e-9));
	assert.ok(near(exactly(8, 'kB/page').times(exactly(2, 'page')).in('B')[1], 16_000, 1e-9));
});

test('what does not fit is refused', () => {
	const rate = exactly(1, 'GB/day');
	assert.throws(() => rate.in('GB'), { message: 'this is B s^-1, and not GB' });
	assert.throws(() => rate.plus(exactly(1, 'GB')), { message: 'cannot add B to B s^-1' });
});

test('the product of two ranges is narrower than worst times worst', () => {
	const [low, , high] = range(1, 10, '1')
		.times(range(1, 10, '1'))
		.in('1');
	assert.ok(low > 1.5 && high < 70);
});

test('each follow is written or read, and deciding for each pair is the cheapest', () => {
	const all = network();
	const sum = (name) => {
		const { written, read } = count(all, plans[name]);
		return written + read;
	};
	assert.equal(count(all, plans['write all']).read, 0);
	assert.equal(count(all, plans['read all']).written, 0);
	for (const name of Object.keys(plans)) assert.ok(sum('read the busy') <= sum(name), name);
	assert.ok(count(all, plans['read the famous']).largest < 1000);
});
