/** Remembers how a question was answered, so that it comes back in the review. The first choice counts. */
import type { ReviewCard } from '../roadmap/progress.ts';
import { keepForOffline } from './offline.ts';
import { progress } from './progress-store.ts';

const answered = new WeakSet<Element>();

/** Stores an answer, and says when the question comes back. */
export async function record(topic: string, question: string, right: boolean): Promise<ReviewCard> {
	const { afterAnswer } = await import('../roadmap/review.ts');
	const key = `${topic}#${question}`;
	const now = new Date();
	const card = afterAnswer(progress.read().progress.cards[key], right, now);
	progress.update((kept) => ({ ...kept, cards: { ...kept.cards, [key]: card } }));
	void keepForOffline(`${import.meta.env.BASE_URL}review/`);
	return card;
}

/** Lets a question be answered once: by its choices, or by the reader's own word on an open one. */
export function listen(
	question: HTMLElement,
	done?: (right: boolean, card: ReviewCard) => void,
): void {
	const { topic } = question.dataset;
	if (!topic) return;
	const id = question.id.replace(/^question-/, '');
	const answer = async (right: boolean) => {
		if (answered.has(question)) return;
		answered.add(question);
		const card = await record(topic, id, right);
		done?.(right, card);
	};
	for (const choice of question.querySelectorAll<HTMLDetailsElement>('.choice'))
		choice.addEventListener('toggle', () => {
			if (choice.open) void answer(choice.hasAttribute('data-correct'));
		});
	const open = question.querySelector<HTMLDetailsElement>('.answer');
	open?.addEventListener('toggle', () => {
		if (!open.open || question.querySelector('.own-word')) return;
		const own = document.createElement('p');
		own.className = 'own-word';
		own.append('Did you have it? ');
		for (const [text, right] of [
			['I had it', true],
			['I had not', false],
		] as const) {
			const button = document.createElement('button');
			button.type = 'button';
			button.textContent = text;
			button.addEventListener('click', async () => {
				// “Noted” is said when it is.
				await answer(right);
				const said = document.createElement('span');
				said.role = 'status';
				own.replaceChildren(said);
				said.textContent = right ? 'Noted: it comes back later.' : 'Noted: it comes back soon.';
			});
			own.append(button, ' ');
		}
		open.firstElementChild!.nextElementSibling!.append(own);
	});
}
