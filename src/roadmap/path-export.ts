import ical from 'ical-generator';
import { inWords } from './effort.ts';
import { reasonFor, type Plan } from './plan.ts';
import type { ScheduledStep } from './schedule.ts';

/** Where a topic's page is, as a whole address. */
type AddressOf = (id: string) => string;

/** A path as a Markdown list with check boxes. */
export function pathAsMarkdown(plan: Plan, title: string, addressOf: AddressOf): string {
	const lines = plan.steps.map((step) => {
		const { id, title, level, minutes, status } = step.topic;
		const name = status === 'published' ? `[${escape(title)}](${addressOf(id)})` : escape(title);
		const time = minutes === null ? 'in preparation' : `${minutes} min`;
		return `- [ ] ${name} (${level}, ${time}). ${escape(reasonFor(step))}`;
	});
	return `# ${escape(title)}\n\n${plan.steps.length} topics, ${inWords(plan.readingMinutes)} of reading, about ${inWords(plan.practiceMinutes)} of exercises.\n\n${lines.join('\n')}\n`;
}

const escape = (text: string) => text.replace(/[\\`*_[\]<>#]/g, '\\$&');

/** A path as a calendar (RFC 5545): one all-day entry for each topic, over the days it is planned to take. */
export function pathAsCalendar(
	schedule: ScheduledStep[],
	title: string,
	addressOf: AddressOf,
	now: Date,
): string {
	const calendar = ical({ name: title });
	for (const { step, from, to } of schedule) {
		const { id, title, status, minutes } = step.topic;
		const end = new Date(`${to}T00:00:00Z`);
		end.setUTCDate(end.getUTCDate() + 1); // the day after the last one, as the format has it
		calendar.createEvent({
			id: `${id}@${new URL(addressOf(id)).host}`,
			stamp: now,
			start: new Date(`${from}T00:00:00Z`),
			end,
			allDay: true,
			timezone: 'UTC',
			summary: title,
			description: `${minutes === null ? 'In preparation. ' : `${minutes} minutes to read. `}${reasonFor(step)}`,
			...(status === 'published' ? { url: addressOf(id) } : {}),
		});
	}
	return calendar.toString();
}
