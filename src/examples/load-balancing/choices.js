// Simulates a balancer before fifty servers that are busy nine tenths of the time.

/** A generator of numbers between 0 and 1 that gives the same ones each time. */
export function generator(seed) {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}

// #region ways
const among = (random, n) => Math.floor(random() * n);

export const ways = {
	random: (loads, random) => among(random, loads.length),
	'round robin': (loads, random, n) => n % loads.length,
	least: (loads, random) => {
		const few = Math.min(...loads);
		const ties = loads.flatMap((load, server) => (load === few ? [server] : []));
		return ties[among(random, ties.length)];
	},
	'two choices': (loads, random) => {
		const [one, other] = [among(random, loads.length), among(random, loads.length)];
		return loads[one] <= loads[other] ? one : other;
	},
};
// #endregion ways

/**
 * @param way One of `ways`.
 * @param age How old the balancer's picture of the loads is when it gets a new one, in units of the
 *   mean time of a request; 0 when it always knows.
 * @returns The time in which 99 of 100 requests were answered, in those units.
 */
export function simulate(way, age, { servers = 50, busy = 0.9, requests = 60_000 } = {}) {
	const random = generator(7);
	const exponential = () => -Math.log(1 - random());
	const ends = Array.from({ length: servers }, () => []); // when each request will be done
	let picture = Array.from({ length: servers }, () => 0);
	const times = [];
	let now = 0;
	let drawn = -Infinity;
	for (let n = 0; n < requests; n += 1) {
		now += exponential() / (servers * busy);
		for (const list of ends) while (list.length > 0 && list[0] <= now) list.shift();
		if (now - drawn >= age) {
			picture = ends.map((list) => list.length);
			drawn = now;
		}
		const server = ends[way(picture, random, n)];
		const end = Math.max(now, server.at(-1) ?? 0) + exponential();
		server.push(end);
		times.push(end - now);
	}
	return times.sort((a, b) => a - b)[Math.floor(requests * 0.99)];
}

if (import.meta.filename === process.argv[1]) {
	console.log('age of the picture:     0          1         10');
	for (const [name, way] of Object.entries(ways)) {
		const columns = [0, 1, 10].map((age) => simulate(way, age).toFixed(0).padStart(11));
		console.log(name.padEnd(13), columns.join(''));
	}
}
