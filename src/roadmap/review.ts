import { createEmptyCard, fsrs, Rating, type Card } from 'ts-fsrs';
import type { Progress, ReviewCard } from './progress.ts';

// Whole days only: a page is no place to drill a question again within minutes.
const scheduler = fsrs({ enable_short_term: false });

/**
 * What to keep of a question after it was answered: when it comes back, by the FSRS algorithm of ts-fsrs.
 * @param card What was kept before, nothing at the first answer.
 */
export function afterAnswer(card: ReviewCard | undefined, right: boolean, now: Date): ReviewCard {
	const before: Card = card
		? { ...card, due: new Date(card.due), last_review: new Date(card.last_review) }
		: createEmptyCard(now);
	const next = scheduler.next(before, now, right ? Rating.Good : Rating.Again).card;
	return {
		due: next.due.toISOString(),
		stability: next.stability,
		difficulty: next.difficulty,
		elapsed_days: next.elapsed_days,
		scheduled_days: next.scheduled_days,
		learning_steps: next.learning_steps,
		reps: next.reps,
		lapses: next.lapses,
		state: next.state,
		last_review: now.toISOString(),
	};
}

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
