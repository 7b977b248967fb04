// node stop.js: four seconds of load, in the second of which somebody opens the report.
import { ask, closed, open, percentile, plan } from './generate.js';

const url = `http://127.0.0.1:${process.env.PORT}/`;
const SLOW = 100; // milliseconds
const wide = (value, width) => `${Math.round(value)}`.padStart(width);

async function during(load) {
	const report = setTimeout(() => ask(`${url}report`), 1000);
	const results = await load;
	clearTimeout(report);
	return results;
}

function tell(name, results, clock) {
	const took = results.map((one) => one.done - one[clock]);
	const slow = took.filter((time) => time > SLOW).length;
	const mean = took.reduce((sum, time) => sum + time) / took.length;
	const numbers = [took.length, slow, mean, percentile(took, 0.5), percentile(took, 0.99)];
	console.log(name.padEnd(30), numbers.map((number) => wide(number, 7)).join(''));
	return slow;
}

console.log(' '.repeat(30), '  asked   slow   mean    p50    p99');
tell('closed, 4 users', await during(closed(url, 4, 4)), 'sent');
const paced = await during(open(url, plan(100, 4), 4));
const sent = tell('100/s, 4 workers, from sending', paced, 'sent');
const due = tell('  the same, from the plan', paced, 'due');
tell('100/s, as many as needed', await during(open(url, plan(100, 4))), 'due');
console.log(`the clock alone makes over five times as many slow: ${due > 5 * sent}`);
