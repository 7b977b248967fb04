import { createClient } from 'redis';

export const redis = await createClient({ url: process.env.REDIS_URL }).connect();

// #region aside
/** Cache-aside: look, otherwise load and keep. */
export async function aside(key, seconds, load) {
	const kept = await redis.get(key);
	if (kept !== null) return JSON.parse(kept);
	const value = (await load()) ?? null;
	await redis.set(key, JSON.stringify(value), { EX: seconds });
	return value;
}
// #endregion aside

// #region single-flight
const loading = new Map();

/** The same, but whoever comes while it is loaded waits for that. */
export function singleFlight(key, seconds, load) {
	const running = loading.get(key);
	if (running) return running;
	const promise = aside(key, seconds, load).finally(() => loading.delete(key));
	loading.set(key, promise);
	return promise;
}
// #endregion single-flight

// #region lock
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** One process of all loads; the others wait until it is there. */
export async function oneLoads(key, seconds, load) {
	for (let waited = 0; waited < 100; waited += 1) {
		const kept = await redis.get(key);
		if (kept !== null) return JSON.parse(kept);
		const mine = await redis.set(`${key}:lock`, '1', { NX: true, EX: 5 });
		if (mine) return aside(key, seconds, load);
		await pause();
	}
	return load(); // better slow than not at all
}
// #endregion lock

// #region early
/**
 * Loads anew a little before the end, each reader with a probability that
 * grows: “XFetch”, Vattani and others, 2015.
 */
export async function early(key, seconds, load, beta = 1, random = Math.random) {
	const kept = JSON.parse((await redis.get(key)) ?? 'null');
	const now = Date.now() / 1000;
	if (kept && now - kept.took * beta * Math.log(random()) < kept.ends) return kept.value;
	const start = performance.now();
	const value = await load();
	const took = (performance.now() - start) / 1000;
	const entry = { value, took, ends: Date.now() / 1000 + seconds };
	await redis.set(key, JSON.stringify(entry), { EX: seconds + 60 });
	return value;
}
// #endregion early

export const closeCache = () => redis.close();
