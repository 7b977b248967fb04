// The same hundred requests, spread over four processes.
import { fork } from 'node:child_process';
import * as cache from './cache.js';
import { closeDatabase, queries, readProduct } from './database.js';

if (process.argv[2] === 'worker') {
	process.send('ready');
	const way = cache[await new Promise((resolve) => process.once('message', resolve))];
	const load = () => readProduct(1);
	await Promise.all(Array.from({ length: 25 }, () => way('product:1', 60, load)));
	process.send(queries());
	process.disconnect();
} else
	for (const way of ['aside', 'singleFlight', 'oneLoads']) {
		await cache.redis.flushAll();
		const workers = Array.from({ length: 4 }, () => fork(import.meta.filename, ['worker']));
		const answer = (worker) => new Promise((resolve) => worker.once('message', resolve));
		await Promise.all(workers.map(answer));
		const counts = workers.map(answer);
		for (const worker of workers) worker.send(way);
		const sum = (await Promise.all(counts)).reduce((a, b) => a + b);
		console.log(way.padEnd(13), sum, sum === 1 ? 'query' : 'queries');
	}
await cache.closeCache();
await closeDatabase();
