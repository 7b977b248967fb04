import { readFileSync } from 'node:fs';
import { createClient } from 'redis';

const script = readFileSync(new URL('bucket.lua', import.meta.url), 'utf8');

/** A connection to Redis that takes tokens from buckets. */
export async function openLimiter({ rate, size }) {
	const redis = await createClient({ url: process.env.REDIS_URL }).connect();
	const load = await redis.scriptLoad(script);
	return {
		redis,
		/** Whether this may happen, what is left, and seconds to wait. */
		async take(name, tokens = 1) {
			const [allowed, left, wait] = await redis.evalSha(load, {
				keys: [`bucket:${name}`],
				arguments: [rate, size, tokens].map(String),
			});
			return { allowed: allowed === 1, left, wait };
		},
		close: () => redis.close(),
	};
}
