import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const agent = new Agent({ keepAlive: true });

/** Asks once. Gives the status when the whole answer is there, 0 if there is none. */
export const ask = (url) =>
	new Promise((resolve) => {
		get(url, { agent }, (response) => {
			response.resume().on('close', () => resolve(response.statusCode));
		}).on('error', () => resolve(0));
	});

// #region plan
/** When requests are due, in ms: so many a second, at random moments. */
export function plan(rate, seconds, from = 0) {
	let seed = 20261121;
	const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
	const gap = () => (-Math.log(random()) * 1000) / rate;
	const times = [];
	for (let time = gap(); time < seconds * 1000; time += gap())
		times.push(from * 1000 + time);
	return times;
}
// #endregion plan

// #region open
/** Sends each request when it is due, if one of the workers is free. */
export async function open(url, times, workers = times.length) {
	const start = performance.now();
	const now = () => performance.now() - start;
	const left = times.values();
	const results = [];
	const work = async () => {
		for (const due of left) {
			await sleep(Math.max(0, due - now()));
			const sent = now();
			const status = await ask(url);
			results.push({ due, sent, done: now(), status });
		}
	};
	await Promise.all(Array.from({ length: workers }, work));
	return results;
}
// #endregion open

// #region closed
/** So many users: each waits for the answer, then asks again. */
export async function closed(url, users, seconds) {
	const start = performance.now();
	const now = () => performance.now() - start;
	const results = [];
	const user = async () => {
		while (now() < seconds * 1000) {
			const sent = now();
			const status = await ask(url);
			results.push({ sent, done: now(), status });
		}
	};
	await Promise.all(Array.from({ length: users }, user));
	return results;
}
// #endregion closed

/** The smallest value that this share of all does not exceed. */
export function percentile(values, share) {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(Math.ceil(sorted.length * share), 1) - 1];
}
