// node compare.js [rule]: how the rules group what the tracker has. With a rule: its groups.
import { group, rules } from './fingerprint.js';

const events = await (await fetch(`${process.env.TRACKER}/events`)).json();
const only = process.argv[2];

if (only) {
	for (const [key, same] of Object.entries(group(events, rules[only])).sort()) {
		const releases = Object.entries(Object.groupBy(same, ({ release }) => release));
		const counts = releases.map(([release, { length }]) => `${release} ${length}`);
		console.log(`${key}\n    ${counts.join(', ')}`);
	}
} else {
	// We have planted the faults, so we know which event belongs to which.
	const fault = ({ fingerprint, route }) => fingerprint?.at(-1) ?? route;
	const faults = new Set(events.map(fault));
	console.log(`${events.length} events, ${faults.size} faults`);
	console.log('rule               groups  torn apart  mixed  new in release-2');
	for (const [name, rule] of Object.entries(rules)) {
		const groups = Object.values(group(events, rule));
		const inside = groups.map((same) => new Set(same.map(fault)));
		const torn = [...faults].filter((one) => inside.filter((set) => set.has(one)).length > 1);
		const mixed = inside.filter((set) => set.size > 1);
		const fresh = groups.filter((same) => same.every(({ release }) => release === 'release-2'));
		const cells = [[groups, 6], [torn, 12], [mixed, 7], [fresh, 18]];
		console.log(name.padEnd(19) + cells.map(([list, width]) => `${list.length}`.padStart(width)).join(''));
	}
}
