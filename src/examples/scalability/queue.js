// node queue.js: one line before some servers. How busy may they be?
import { dice, random } from './dice.js';

// #region simulate
/** Requests that need 1 (unit of time) on average, with `busy` of all servers' time used. */
export function simulate({ busy, servers, requests = 1_000_000 }) {
	const roll = dice();
	const free = Array(servers).fill(0); // when each server is free again
	const arrivals = [];
	const departures = [];
	let now = 0;
	for (let n = 0; n < requests; n += 1) {
		now += random(1 / (busy * servers), roll);
		const first = free.indexOf(Math.min(...free));
		free[first] = Math.max(now, free[first]) + random(1, roll);
		arrivals.push(now);
		departures.push(free[first]);
	}
	return { arrivals, departures };
}
// #endregion simulate

// #region count
/** Little's law: what photographs show, and what arrivals and times say. */
export function count({ arrivals, departures }) {
	const end = arrivals.at(-1);
	const left = departures.toSorted((a, b) => a - b);
	let inside = 0;
	for (let photo = 1, a = 0, d = 0; photo <= 100_000; photo += 1) {
		const at = (end * photo) / 100_000;
		while (arrivals[a] <= at) a += 1;
		while (left[d] <= at) d += 1;
		inside += a - d;
	}
	const time = departures.reduce((sum, at, n) => sum + at - arrivals[n], 0) / arrivals.length;
	return { photographed: inside / 100_000, rate: arrivals.length / end, time };
}
// #endregion count

if (import.meta.filename === process.argv[1]) {
	console.log('       one server                      ten servers');
	console.log('busy   photographed  rate × time  time  time');
	for (const busy of [0.5, 0.8, 0.9, 0.95]) {
		const { photographed, rate, time } = count(simulate({ busy, servers: 1 }));
		const ten = count(simulate({ busy, servers: 10 }));
		const columns = [
			`${busy * 100} %`.padEnd(6),
			photographed.toFixed(1).padStart(12),
			(rate * time).toFixed(1).padStart(12),
			time.toFixed(1).padStart(5),
			ten.time.toFixed(1).padStart(5),
		];
		console.log(columns.join(' '));
	}
}
