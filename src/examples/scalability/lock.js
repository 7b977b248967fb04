// node lock.js: workers that all need the same lock for a part of their work
import { dice, random } from './dice.js';

// #region laws
/** How many times faster with n workers, if `serial` of the work cannot be shared. */
export const amdahl = (n, serial) => 1 / (serial + (1 - serial) / n);
// #endregion laws

// #region simulate
/** Requests for each unit of time, in which one worker alone finishes one. */
export function simulate(workers, serial, requests = 200_000) {
	const roll = dice();
	const ready = Array.from({ length: workers }, () => random(1 - serial, roll));
	let lock = 0; // when it is free again
	for (let n = 0; n < requests; n += 1) {
		const first = ready.indexOf(Math.min(...ready));
		lock = Math.max(ready[first], lock) + random(serial, roll);
		ready[first] = lock + random(1 - serial, roll);
	}
	return requests / lock;
}
// #endregion simulate

if (import.meta.filename === process.argv[1]) {
	console.log('workers  Amdahl  with a lock  ceiling');
	for (const n of [1, 2, 4, 8, 16, 32, 64]) {
		const columns = [`${n}`.padStart(7), amdahl(n, 0.1).toFixed(1).padStart(7)];
		columns.push(simulate(n, 0.1).toFixed(1).padStart(12), '10.0'.padStart(8));
		console.log(columns.join(' '));
	}
}
