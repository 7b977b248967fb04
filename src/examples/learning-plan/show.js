// node show.js check|order|weeks|hours|without --goals a,b [--known c] ...
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { minutesOf, orderOf, savedWithout, tooEarly, weeksOf } from './plan.js';

const file = new URL('graph.json', import.meta.url);
const { topics } = JSON.parse(readFileSync(file, 'utf8'));
const { positionals, values } = parseArgs({
	allowPositionals: true,
	options: {
		goals: { type: 'string', default: 'rest,database-access,unit-testing' },
		known: { type: 'string', default: '' },
		hours: { type: 'string', default: '4' },
		from: { type: 'string', default: '2026-11-30' },
		factor: { type: 'string', default: '1' },
		off: { type: 'string', default: '' },
	},
});
const list = (text) => text.split(',').filter(Boolean);
const [goals, known] = [list(values.goals), list(values.known)];
const [hours, factor] = [Number(values.hours), Number(values.factor)];

const inWords = (minutes) => {
	const whole = Math.round(minutes);
	return `${Math.floor(whole / 60)} h ${String(whole % 60).padStart(2, '0')} min`;
};
const order = () => orderOf(topics, goals, known);
const weeks = (hours) => weeksOf(topics, order(), { hours, from: values.from, factor, off: list(values.off) });
const sunday = (monday) => new Date(Date.parse(monday) + 6 * 86_400_000).toISOString().slice(0, 10);

const commands = {
	check() {
		for (const { id, missing } of tooEarly(topics, goals)) {
			console.log(missing.length ? `${id}: ${missing.length} missing,` : `${id}: fine`);
			for (const need of missing.slice(-2)) console.log(`    such as ${need}`);
		}
	},
	order() {
		order().forEach((id, at) => {
			const { minutes } = topics[id];
			console.log(`${String(at + 1).padStart(2)} ${id.padEnd(26)}${inWords(minutes)}`);
		});
		console.log(`   ${'together'.padEnd(26)}${inWords(minutesOf(topics, order()))}`);
	},
	weeks() {
		for (const { monday, fresh, reviews } of weeks(hours)) {
			console.log(`week of ${monday}`);
			for (const { id, spent, done } of fresh) {
				console.log(`    ${id.padEnd(26)}${inWords(spent)}${done ? '' : ', to be continued'}`);
			}
			if (reviews.length) console.log(`    and ${reviews.length} to review`);
		}
	},
	hours() {
		for (const each of list(values.hours)) {
			const all = weeks(Number(each));
			const count = String(all.length).padStart(2);
			console.log(`${each} h a week: ${count} weeks, until ${sunday(all.at(-1).monday)}`);
		}
	},
	without() {
		for (const goal of goals) {
			const saved = savedWithout(topics, goals, goal, known);
			console.log(`without ${goal}: ${inWords(minutesOf(topics, saved))} less`);
			console.log(`    ${saved.join(', ')}`);
		}
	},
};
commands[positionals[0]]();
