// node curve.js: the latency at eight rates, each for a second and a half.
import { ask, open, percentile, plan } from './generate.js';

const url = `http://127.0.0.1:${process.env.PORT}/`;
const PROMISE = 100; // milliseconds, for 95 of 100
const wide = (value, width) => `${Math.round(value)}`.padStart(width);

await Promise.all(Array.from({ length: 50 }, () => ask(url))); // warm up
const late = [];
const worst = {};
console.log('due/s  done/s   p50   p95  in time  p95 as a curve');
for (const rate of [40, 80, 120, 160, 200, 240, 280, 320]) {
	const results = await open(url, plan(rate, 1.5));
	const took = results.map(({ due, done }) => done - due);
	late.push(...results.map(({ due, sent }) => sent - due));
	const end = Math.max(...results.map(({ done }) => done));
	const inTime = took.filter((time) => time <= PROMISE).length / took.length;
	const p95 = percentile(took, 0.95);
	worst[rate] = p95;
	const cells = [
		wide(rate, 5),
		wide((results.length / end) * 1000, 8),
		wide(percentile(took, 0.5), 6),
		wide(p95, 6),
		wide(inTime * 100, 7),
	];
	console.log(`${cells.join('')} %  ${'#'.repeat(Math.ceil(p95 / 40))}`);
}
console.log(`sent: 99 % within ${wide(percentile(late, 0.99), 1)} ms of the plan`);
console.log(`p95 at 320 is over three times that at 80: ${worst[320] > 3 * worst[80]}`);
