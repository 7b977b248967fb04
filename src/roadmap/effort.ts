import type { Topic } from './types.ts';

/** How long an exercise is taken to last, in minutes: what its label says on the page, and what a path adds up. */
export const PRACTICE_MINUTES: Record<Topic['practice'], number> = {
	small: 15,
	medium: 60,
	large: 180,
};

/** A duration in words, such as `1 h 20 min`. */
export function inWords(minutes: number): string {
	const hours = Math.floor(minutes / 60);
	const rest = Math.round(minutes % 60);
	return [hours && `${hours} h`, (rest || !hours) && `${rest} min`].filter(Boolean).join(' ');
}

/** What a topic takes, in words, such as `12 min to read, small exercise`. */
export function effortOf(topic: {
	minutes: number | null;
	practice: Topic['practice'] | null;
}): string {
	if (topic.minutes === null) return 'in preparation';
	return `${topic.minutes} min to read${topic.practice ? `, ${topic.practice} exercise` : ''}`;
}
