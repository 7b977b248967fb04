// A hundred requests for the same product, all at once, with an empty cache.
import { aside, closeCache, oneLoads, redis, singleFlight } from './cache.js';
import { closeDatabase, queries, readProduct } from './database.js';

for (const way of [aside, singleFlight, oneLoads]) {
	await redis.flushAll();
	await Promise.all(Array.from({ length: 100 }, () => way('product:1', 60, () => readProduct(1))));
	console.log(way.name.padEnd(13), queries(), 'queries');
}
await closeCache();
await closeDatabase();
