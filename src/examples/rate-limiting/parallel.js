// 400 requests at once, over eight connections, for a bucket of 50.
import { openLimiter } from './limiter.js';

const limiters = [];
for (let n = 0; n < 8; n += 1) {
	limiters.push(await openLimiter({ rate: 0.01, size: 50 }));
}
const [{ redis }] = limiters;
await redis.del('bucket:load');
await redis.set('naive', 50);

/** How many of the 400 may pass. */
async function count(take) {
	const requests = Array.from({ length: 400 }, (_, n) => limiters[n % 8]);
	const answers = await Promise.all(requests.map(take));
	return answers.filter((allowed) => allowed).length;
}

const naive = await count(async ({ redis: own }) => {
	const tokens = Number(await own.get('naive'));
	if (tokens < 1) return false;
	await own.set('naive', tokens - 1);
	return true;
});
console.log('read, then write:', naive, 'allowed');

const atomic = await count(async (limiter) => {
	const { allowed } = await limiter.take('load');
	return allowed;
});
console.log('in a script:', atomic, 'allowed');
await Promise.all(limiters.map((limiter) => limiter.close()));
