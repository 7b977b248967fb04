import { PRACTICE_MINUTES } from './effort.ts';
import type { Plan, PlanStep } from './plan.ts';

/** A step with its days, both included, such as `2026-12-01`. */
export interface ScheduledStep {
	step: PlanStep;
	from: string;
	to: string;
	/** Counted from 1. */
	week: number;
}

const DAY = 86_400_000;

/**
 * Spreads a path evenly over days: reading and exercise of a step take their share of the weekly hours.
 * Topics without a page take no time.
 * @param start The first day, such as `2026-12-01`.
 */
export function scheduleOf(plan: Plan, hoursPerWeek: number, start: string): ScheduledStep[] {
	const minutesPerDay = (hoursPerWeek * 60) / 7;
	const first = Date.parse(`${start}T00:00:00Z`);
	const day = (index: number) => new Date(first + index * DAY).toISOString().slice(0, 10);
	let spent = 0;
	return plan.steps.map((step) => {
		const { minutes, practice } = step.topic;
		const from = Math.floor(spent / minutesPerDay);
		spent += (minutes ?? 0) + (practice ? PRACTICE_MINUTES[practice] : 0);
		const to = Math.max(from, Math.ceil(spent / minutesPerDay) - 1);
		return { step, from: day(from), to: day(to), week: Math.floor(from / 7) + 1 };
	});
}

/** Whether a text is a day of the calendar, such as `2026-12-01`. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}
