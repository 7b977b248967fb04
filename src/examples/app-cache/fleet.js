// The same hundred requests, spread over four processes.
import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import * as cache from './cache.js';
import { closeDatabase, queries, readProduct } from './database.js';

if (process.argv[2]) {
	const way = cache[process.argv[2]];
	/** So slow that all four have looked before the first is done. */
	const load = async () => {
		while ((await cache.redis.get('looked')) !== '4') await sleep(10);
		return readProduct(1);
	};
	const all = Array.from({ length: 25 }, () => way('product:1', 60, load));
	await cache.redis.incr('looked'); // after the looks, as sent after them
	await Promise.all(all);
	process.send(queries());
	process.disconnect();
} else
	for (const way of ['aside', 'singleFlight', 'oneLoads']) {
		await cache.redis.flushAll();
		const counts = [1, 2, 3, 4].map(() => {
			const worker = fork(import.meta.filename, [way]);
			return new Promise((resolve) => worker.once('message', resolve));
		});
		const sum = (await Promise.all(counts)).reduce((a, b) => a + b);
		console.log(way.padEnd(13), sum, sum === 1 ? 'query' : 'queries');
	}
await cache.closeCache();
await closeDatabase();
