import { createEmptyCard, fsrs, Rating, type Card } from 'ts-fsrs';
import type { ReviewCard } from './progress.ts';

// Whole days only: a page is no place to drill a question again within minutes.
const scheduler = fsrs({ enable_short_term: false });

/**
 * What to keep of a question after it was answered: when it comes back, by the FSRS algorithm of ts-fsrs.
 * @param card What was kept before, nothing at the first answer.
 */
export function afterAnswer(card: ReviewCard | undefined, right: boolean, now: Date): ReviewCard {
	const before: Card = card
		? {
				...card,
				due: new Date(card.due),
				last_review: new Date(card.last_review),
				elapsed_days: 0, // ts-fsrs computes it, and is about to drop it
			}
		: createEmptyCard(now);
	const next = scheduler.next(before, now, right ? Rating.Good : Rating.Again).card;
	return {
		due: next.due.toISOString(),
		stability: next.stability,
		difficulty: next.difficulty,
		scheduled_days: next.scheduled_days,
		learning_steps: next.learning_steps,
		reps: next.reps,
		lapses: next.lapses,
		state: next.state,
		last_review: now.toISOString(),
	};
}
