/** Asks the questions that are due, one at a time, taken from the pages on which they stand. */
import { reviewsOf, type Review } from '../roadmap/review-list.ts';
import { listen } from './answers.ts';
import { progress } from './progress-store.ts';
import { pageOf } from './roadmap-data.ts';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });

class ReviewQueue extends HTMLElement {
	#where = this.querySelector<HTMLElement>('.where')!;
	#asked = this.querySelector<HTMLElement>('.asked')!;
	#next = this.querySelector<HTMLButtonElement>('.next')!;
	/** Questions that could not be shown now: not kept for offline reading, or no longer in the handbook. */
	#skipped = new Set<string>();

	connectedCallback(): void {
		this.#next.addEventListener('click', () => void this.#ask());
		void this.#ask();
	}

	#due(): Review[] {
		const now = Date.now();
		return reviewsOf(progress.read().progress).filter(
			({ topic, question, due }) =>
				Date.parse(due) <= now && !this.#skipped.has(`${topic}#${question}`),
		);
	}

	async #ask(): Promise<void> {
		this.#next.hidden = true;
		for (let due = this.#due(); due.length > 0; due = this.#due()) {
			const { topic, question } = due[0]!;
			const found = await this.#find(topic, question);
			if (!found) {
				this.#skipped.add(`${topic}#${question}`);
				continue;
			}
			this.#where.textContent = `${due.length} ${due.length === 1 ? 'question' : 'questions'} due. From ${found.title}:`;
			this.#asked.replaceChildren(found.element);
			listen(found.element, (right, card) => {
				const comes = `It comes back on ${date.format(new Date(card.due))}.`;
				this.#where.textContent = right
					? `Right. ${comes}`
					: `Not this time. Read the passage that explains it. ${comes}`;
				const see = found.element.querySelector<HTMLAnchorElement>('.see a');
				if (!right && see) see.classList.add('go');
				this.#next.hidden = false;
			});
			const first = found.element.querySelector<HTMLElement>('summary');
			if (this.#begun) first?.focus();
			this.#begun = true;
			return;
		}
		this.#asked.replaceChildren();
		const later = reviewsOf(progress.read().progress).find(
			({ due }) => Date.parse(due) > Date.now(),
		);
		const skipped = this.#skipped.size
			? ` ${this.#skipped.size} could not be shown: their pages are not here now.`
			: '';
		this.#where.textContent =
			(later
				? `Nothing more is due today. The next question comes back on ${date.format(new Date(later.due))}.`
				: 'Nothing to review yet. Answer the questions at the end of any topic: they come back here when you are about to forget them.') +
			skipped;
	}
	#begun = false;

	/** Takes a question out of its page, its links made whole. */
	async #find(
		topic: string,
		question: string,
	): Promise<{ title: string; element: HTMLElement } | undefined> {
		const address = pageOf(topic);
		const response = await fetch(address).catch(() => undefined);
		if (!response?.ok) return undefined;
		const page = new DOMParser().parseFromString(await response.text(), 'text/html');
		const element = page.getElementById(`question-${question}`);
		if (!element) return undefined;
		// The looks of code are a file of their own, which this page has not loaded.
		for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
			const href = link.getAttribute('href')!;
			if (!document.querySelector(`link[href="${CSS.escape(href)}"]`))
				document.head.append(document.importNode(link));
		}
		for (const a of element.querySelectorAll('a[href^="#"]'))
			a.setAttribute('href', address + a.getAttribute('href'));
		return {
			title: page.querySelector('h1')!.textContent.trim(),
			element: document.importNode(element, true),
		};
	}
}

customElements.define('review-queue', ReviewQueue);
