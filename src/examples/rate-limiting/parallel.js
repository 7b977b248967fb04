// 400 requests at once, over eight connections, for a bucket of 50.
import { openLimiter } from './limiter.js';

const rules = { rate: 1, size: 50 };
const limiters = await Promise.all(Array.from({ length: 8 }, () => openLimiter(rules)));
const [{ redis }] = limiters;

const count = async (take) => {
	const answers = await Promise.all(Array.from({ length: 400 }, (_, n) => take(limiters[n % 8])));
	return answers.filter((allowed) => allowed).length;
};

await redis.set('naive', 50);
const naive = await count(async ({ redis: own }) => {
	const tokens = Number(await own.get('naive'));
	if (tokens < 1) return false;
	await own.set('naive', tokens - 1);
	return true;
});
console.log('read, then write: more than 50 allowed:', naive > 55);

const started = Date.now();
const atomic = await count(async (limiter) => (await limiter.take('load')).allowed);
const most = 50 + Math.ceil((Date.now() - started) / 1000) * rules.rate;
console.log('in a script: 50 allowed, and one more each second:', atomic >= 50 && atomic <= most);
await Promise.all(limiters.map((limiter) => limiter.close()));
