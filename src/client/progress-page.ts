/** What is kept, in numbers; export, import and merge; and what was set aside because it could not be read. */
import { markedTopics, mergeProgress, readProgress, type Progress } from '../roadmap/progress.ts';
import { reviewsOf } from '../roadmap/review-list.ts';
import { download } from './file.ts';
import { progress, renamed, type Kept } from './progress-store.ts';

class ProgressPage extends HTMLElement {
	connectedCallback(): void {
		this.#one('.tools').hidden = false;
		this.addEventListener('click', (event) => this.#click(event.target as HTMLElement));
		this.querySelector<HTMLInputElement>('input[type="file"]')!.addEventListener(
			'change',
			(event) => void this.#import(event.target as HTMLInputElement),
		);
		progress.subscribe((kept) => this.#show(kept));
	}

	#one(selector: string): HTMLElement {
		return this.querySelector<HTMLElement>(selector)!;
	}

	#show({ progress: kept, trouble }: Kept): void {
		this.#one('.trouble').textContent = trouble ?? '';
		const count = (state: string) =>
			Object.values(kept.topics).filter((mark) => mark.state === state).length;
		const now = Date.now();
		const reviews = reviewsOf(kept);
		const due = reviews.filter(({ due }) => Date.parse(due) <= now).length;
		this.#one('.totals').textContent =
			`${count('learned')} learned, ${count('known')} known before, ${reviews.length} questions answered, ${due} due for review.`;
		const marked = new Set(markedTopics(kept));
		for (const row of this.querySelectorAll<HTMLElement>('[data-section-topics]')) {
			const topics = row.dataset['sectionTopics']!.split(' ').filter(Boolean);
			row.querySelector('.count')!.textContent =
				`${topics.filter((id) => marked.has(id)).length} of ${topics.length}`;
		}
		const aside = progress.setAside();
		this.#one('.aside').hidden = aside.length === 0;
		this.#one('.aside ul').replaceChildren(
			...aside.map(({ name, at, text }) => {
				const li = document.createElement('li');
				li.append(
					`${at.slice(0, 16).replace('T', ', ')} UTC, ${text.length} characters. `,
					...[
						['read', 'Try to read it again'],
						['save', 'Save it as a file'],
						['forget', 'Delete it'],
					].flatMap(([action, label]) => {
						const button = document.createElement('button');
						button.type = 'button';
						button.className = 'plain';
						button.textContent = label!;
						button.dataset['do'] = action!;
						button.dataset['name'] = name;
						return [button, ' '];
					}),
				);
				return li;
			}),
		);
	}

	#click(target: HTMLElement): void {
		const { do: action, name } = target.dataset;
		if (action === 'export')
			download(
				`handbook-progress-${new Date().toISOString().slice(0, 10)}.json`,
				'application/json',
				JSON.stringify(progress.read().progress, null, '\t'),
			);
		const text = progress.setAside().find((aside) => aside.name === name)?.text;
		if (name === undefined || text === undefined) return;
		if (action === 'save') download('handbook-progress-set-aside.json', 'application/json', text);
		if (action === 'forget' && confirm('Delete it for good?')) progress.forget(name);
		if (action === 'read') {
			const { progress: found, problem } = readProgress(text, renamed);
			this.#merge(found);
			if (problem === undefined) progress.forget(name);
			this.#say(problem === undefined ? 'All of it was read.' : `Still not whole. ${problem}`);
		}
	}

	async #import(input: HTMLInputElement): Promise<void> {
		const file = input.files?.[0];
		if (!file) return;
		const { progress: found, problem } = readProgress(await file.text(), renamed);
		input.value = '';
		const entries = Object.keys(found.topics).length + Object.keys(found.cards).length;
		if (problem !== undefined && entries === 0) {
			this.#say(`Nothing was imported. ${problem}`);
			return;
		}
		this.#merge(found);
		this.#say(
			`${entries} ${entries === 1 ? 'entry' : 'entries'} read and merged.${problem ? ` ${problem}` : ''}`,
		);
	}

	#merge(found: Progress): void {
		progress.update((kept) => mergeProgress(kept, found));
	}

	#say(text: string): void {
		this.#one('.said').textContent = text;
	}
}

customElements.define('progress-page', ProgressPage);
