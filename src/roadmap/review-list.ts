import type { Progress } from './progress.ts';

/** A question that was answered before, and when it is due again. */
export interface Review {
	topic: string;
	question: string;
	due: string;
}

/** The answered questions, the most overdue first. */
export function reviewsOf(progress: Progress): Review[] {
	return Object.entries(progress.cards)
		.map(([key, { due }]) => {
			const [topic = '', question = ''] = key.split('#');
			return { topic, question, due };
		})
		.sort((a, b) => Date.parse(a.due) - Date.parse(b.due) || (a.question < b.question ? -1 : 1));
}
