import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { due } from './due.js';

test('an entry is due after its end, and rarely long before it', () => {
	const at = (now, number) => due({ ends: 100, took: 1 }, now, () => number);
	assert.equal(at(100, 1), true);
	assert.equal(at(99, 1), false);
	assert.equal(at(99, 0.3), true); // its logarithm is -1.2
	assert.equal(at(90, 0.3), false);
});

const installed = spawnSync('redis-server', ['--version']).status === 0;
const skip = installed ? false : 'redis-server is not installed';

describe('with a Redis', { skip }, () => {
	let server, port, cache;
	const start = () => {
		const options = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
		server = spawn('redis-server', options.map(String), { stdio: 'ignore' });
	};
	const stop = async () => {
		const gone = once(server, 'exit');
		server.kill('SIGKILL');
		await gone;
	};
	before(async () => {
		const free = createServer().listen(0, '127.0.0.1');
		await once(free, 'listening');
		port = free.address().port;
		await new Promise((resolve) => free.close(resolve));
		start();
		process.env.REDIS_URL = `redis://127.0.0.1:${port}`;
		cache = await import('./cache.js'); // tries until Redis is there
	});
	beforeEach(() => cache.redis.flushAll());
	after(async () => {
		cache.redis.destroy();
		await stop();
	});

	/** A load that counts itself. */
	const counting = (milliseconds = 50) => {
		const load = async () => {
			load.count += 1;
			await sleep(milliseconds);
			return load.count;
		};
		load.count = 0;
		return load;
	};
	const happens = (event) => new Promise((resolve) => cache.redis.once(event, resolve));
	const hundred = (ask) => Promise.all(Array.from({ length: 100 }, ask));

	test('the lock is released, so a deletion is followed by one load', async () => {
		const load = counting();
		await cache.oneLoads('p', 60, load);
		assert.equal(await cache.redis.exists('p:lock'), 0);
		await cache.redis.del('p');
		await hundred(() => cache.oneLoads('p', 60, load));
		assert.equal(load.count, 2);
		assert.equal(await cache.redis.get('p'), '2');
	});

	test('a load that throws releases the lock and keeps nothing', async () => {
		const failing = () => Promise.reject(new Error('no answer'));
		await assert.rejects(cache.oneLoads('p', 60, failing), /no answer/);
		assert.equal(await cache.redis.exists(['p:lock', 'p']), 0);
		assert.equal(await cache.oneLoads('p', 60, () => 'well'), 'well');
	});

	test('a lock that somebody else has by now is left alone', async () => {
		await cache.oneLoads('p', 60, () => cache.redis.set('p:lock', 'theirs'));
		assert.equal(await cache.redis.get('p:lock'), 'theirs');
	});

	test('a load of three seconds is one load', async () => {
		const load = counting(3000);
		const ask = () => cache.oneLoads('p', 60, load);
		await Promise.all([ask(), ask()]);
		assert.equal(load.count, 1);
	});

	test('whoever has waited too long gets an error and does not load', async () => {
		await cache.redis.set('p:lock', 'of a process that hangs');
		const load = counting();
		await assert.rejects(cache.oneLoads('p', 60, load, 0.2), /still being loaded/);
		assert.equal(load.count, 0);
	});

	test('a lifetime may be a fraction of a second', async () => {
		await cache.aside('p', 1.6000000000000001, () => 1);
		assert.ok((await cache.redis.pTTL('p')) > 1);
	});

	test('early loads anew while the old value is there, but not always', async () => {
		const load = counting(20);
		const never = () => 1;
		const always = () => Number.MIN_VALUE;
		await cache.early('p', 10, load);
		assert.equal(await cache.early('p', 10, load, never), 1);
		assert.equal(await cache.early('p', 3, load, always), 2);
	});

	test('without an answer from Redis the database is asked', async () => {
		await cache.aside('p', 60, () => 'kept');
		const ask = () => cache.asideOrAlone('p', 60, () => 'loaded');
		while ((await ask()) !== 'kept'); // a busy machine may need more than 50 ms
		server.kill('SIGSTOP');
		assert.equal(await cache.asideOrAlone('p', 60, () => 'silent'), 'silent');
		server.kill('SIGCONT');
	});

	test('a Redis that goes away does not end the process', async () => {
		const lost = happens('error');
		await stop();
		await lost;
		assert.equal(await cache.asideOrAlone('p', 60, () => 'gone'), 'gone');
		const back = happens('ready');
		start();
		await back;
		assert.equal(await cache.aside('p', 60, () => 'back'), 'back');
	});
});
