import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClient } from 'redis';

const file = new URL('bucket.lua', import.meta.url);
const script = readFileSync(file, 'utf8');
const checksum = createHash('sha1').update(script).digest('hex');

/** A connection to Redis that takes tokens from buckets. */
export async function openLimiter({ rate, size }) {
	const redis = createClient({
		url: process.env.REDIS_URL,
		disableOfflineQueue: true, // without Redis fail at once
	});
	redis.on('error', ({ message }) => console.error(message));
	await redis.connect();
	return {
		redis,
		/** May it happen? What is left, seconds to wait and until more. */
		async take(name, tokens = 1) {
			const call = {
				keys: [`bucket:${name}`],
				arguments: [rate, size, tokens].map(String),
			};
			const answer = redis.evalSha(checksum, call).catch((error) => {
				// Redis does not know the script, or no longer.
				if (!error.message.startsWith('NOSCRIPT')) throw error;
				return redis.eval(script, call);
			});
			const [allowed, left, wait, more] = await answer;
			return { allowed: allowed === 1, left, wait, more };
		},
		close: () => redis.close(),
	};
}
