// node spike.js: 80 requests a second, in between 400 for one second.
import { ask, open, percentile, plan } from './generate.js';

const url = `http://127.0.0.1:${process.env.PORT}/`;
const PROMISE = 100; // milliseconds
const wide = (value, width) => `${Math.round(value)}`.padStart(width);

await Promise.all(Array.from({ length: 5 }, () => ask(url)));
const times = [...plan(80, 1), ...plan(400, 1, 1), ...plan(80, 2.5, 2)];
const results = await open(url, times);
const late = ({ due, done }) => done - due > PROMISE;

console.log('  from    due  refused    p50');
for (let from = 0; from < 4500; from += 500) {
	const here = results.filter(({ due }) => due >= from && due < from + 500);
	const answered = here.filter(({ status }) => status === 200);
	const median = percentile(answered.map(({ due, done }) => done - due), 0.5);
	const cells = [wide(here.length, 7), wide(here.length - answered.length, 9), wide(median, 7)];
	const bar = '#'.repeat(Math.ceil(median / 25));
	console.log(`${(from / 1000).toFixed(1).padStart(4)} s${cells.join('')}  ${bar}`);
}
const after = results.filter((one) => one.due >= 2000 && late(one)).length;
const word = after > 60 ? 'many' : 'few';
console.log(`due after the spike, and late: ${after} (${word})`);
