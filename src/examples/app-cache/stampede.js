// A hundred requests for the same product at once, with an empty cache.
import { aside, oneLoads, singleFlight } from './cache.js';
import { closeCache, redis } from './cache.js';
import { closeDatabase, queries, readProduct } from './database.js';

const load = () => readProduct(1);
for (const way of [aside, singleFlight, oneLoads]) {
	await redis.flushAll();
	const ask = () => way('product:1', 60, load);
	await Promise.all(Array.from({ length: 100 }, ask));
	const sum = queries();
	console.log(way.name.padEnd(13), sum, sum === 1 ? 'query' : 'queries');
}
await closeCache();
await closeDatabase();
