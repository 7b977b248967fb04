import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import { due } from './due.js';

// #region connect
export const redis = createClient({
	url: process.env.REDIS_URL,
	disableOfflineQueue: true, // without Redis fail at once
});
redis.on('error', ({ message }) => console.error(message));
await redis.connect();
// #endregion connect

/** How long a key lives, for SET: whole milliseconds. */
const lasting = (seconds) => ({ PX: Math.round(seconds * 1000) });

// #region aside
/** Cache-aside: look, otherwise load and keep. */
export async function aside(key, seconds, load) {
	const kept = await redis.get(key);
	if (kept !== null) return JSON.parse(kept);
	const value = (await load()) ?? null;
	await redis.set(key, JSON.stringify(value), lasting(seconds));
	return value;
}
// #endregion aside

// #region single-flight
const loading = new Map();

/** The same, but whoever comes while it is loaded waits for that. */
export function singleFlight(key, seconds, load) {
	const running = loading.get(key);
	if (running) return running;
	const forget = () => loading.delete(key);
	const promise = aside(key, seconds, load).finally(forget);
	loading.set(key, promise);
	return promise;
}
// #endregion single-flight

// #region lock
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1])
end`;

/**
 * One process of all loads; the others wait until it is there.
 * @param slowest More seconds than any load takes.
 */
export async function oneLoads(key, seconds, load, slowest = 10) {
	const lock = `${key}:lock`;
	const owner = randomUUID();
	const terms = { NX: true, ...lasting(slowest) };
	const end = Date.now() + slowest * 1000;
	while (Date.now() < end) {
		const kept = await redis.get(key);
		if (kept !== null) return JSON.parse(kept);
		if (await redis.set(lock, owner, terms)) {
			try {
				return await aside(key, seconds, load);
			} finally {
				const mine = { keys: [lock], arguments: [owner] };
				await redis.eval(RELEASE, mine);
			}
		}
		await sleep(20);
	}
	throw new Error(`${key} is still being loaded`);
}
// #endregion lock

// #region early
/** Loads anew a little before the end, if `due` says so. */
export async function early(key, seconds, load, random = Math.random) {
	const kept = JSON.parse(await redis.get(key));
	if (kept && !due(kept, Date.now() / 1000, random)) return kept.value;
	const start = performance.now();
	const value = (await load()) ?? null;
	const took = (performance.now() - start) / 1000;
	const entry = { value, took, ends: Date.now() / 1000 + seconds };
	await redis.set(key, JSON.stringify(entry), lasting(seconds));
	return value;
}
// #endregion early

// #region alone
const soon = (answer) =>
	Promise.race([answer.catch(() => undefined), sleep(50)]);

/** Cache-aside that goes on without a cache that is silent or gone. */
export async function asideOrAlone(key, seconds, load) {
	const kept = await soon(redis.get(key));
	if (typeof kept === 'string') return JSON.parse(kept);
	const value = (await load()) ?? null;
	// null: Redis has nothing; undefined: it did not answer.
	const text = JSON.stringify(value);
	if (kept === null) await soon(redis.set(key, text, lasting(seconds)));
	return value;
}
// #endregion alone

export const closeCache = () => redis.close();
