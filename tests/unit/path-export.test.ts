import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { pathAsCalendar, pathAsMarkdown } from '../../src/roadmap/path-export.ts';
import { planPath } from '../../src/roadmap/plan.ts';
import { scheduleOf } from '../../src/roadmap/schedule.ts';
import { sampleRoadmap } from './sample-roadmap.ts';

const plan = planPath(sampleRoadmap, { goals: ['caching'], known: ['packets', 'tcp', 'sql'] });
const addressOf = (id: string) => `https://handbook.example/${id}/`;

test('a path as Markdown has a box to check for each topic', () => {
	expect(pathAsMarkdown(plan, 'To *caching*', addressOf)).toBe(`# To \\*caching\\*

3 topics, 50 min of reading, about 1 h 15 min of exercises.

- [ ] [DNS](https://handbook.example/dns/) (core, 20 min). You need this for HTTP: It uses dns.
- [ ] [HTTP](https://handbook.example/http/) (core, 30 min). You need this for Caching.
- [ ] Caching (advanced, in preparation). Your goal.
`);
});

test('a path as a calendar is read back by another library with its days and reasons', () => {
	const text = pathAsCalendar(
		scheduleOf(plan, 3.5, '2026-12-30'),
		'To caching',
		addressOf,
		new Date('2026-11-21T10:00:00Z'),
	);
	expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(
		true,
	);
	const events = new ICAL.Component(ICAL.parse(text))
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));
	expect(
		events.map(({ uid, summary, startDate, endDate }) => [
			uid,
			summary,
			startDate.toString(),
			endDate.toString(),
		]),
	).toEqual([
		['dns@handbook.example', 'DNS', '2026-12-30', '2027-01-02'],
		['http@handbook.example', 'HTTP', '2027-01-01', '2027-01-04'],
		['caching@handbook.example', 'Caching', '2027-01-03', '2027-01-04'],
	]);
	expect(events[0]!.description).toBe('20 minutes to read. You need this for HTTP: It uses dns.');
	expect(events[0]!.component.getFirstPropertyValue('url')).toBe('https://handbook.example/dns/');
});
