/** Buttons that mark a topic as learned or as known already. */
import type { Mark } from '../roadmap/progress.ts';
import { progress } from './progress-store.ts';

class ProgressMark extends HTMLElement {
	#topic = this.dataset['topic']!;
	#buttons = [...this.querySelectorAll<HTMLButtonElement>('button[data-state]')];
	#status = this.querySelector<HTMLElement>('[role="status"]')!;

	connectedCallback(): void {
		this.addEventListener('click', (event) => {
			const button = (event.target as Element).closest<HTMLButtonElement>('button[data-state]');
			if (button) this.#press(button);
		});
		progress.subscribe(({ progress, trouble }) => {
			const state = progress.topics[this.#topic]?.state;
			for (const button of this.#buttons)
				button.setAttribute('aria-pressed', String(button.dataset['state'] === state));
			this.querySelector('.trouble')?.remove();
			if (!trouble || this.hasAttribute('data-small')) return;
			const p = document.createElement('p');
			p.className = 'trouble';
			p.textContent = trouble;
			this.append(p);
		});
	}

	#press(button: HTMLButtonElement): void {
		const pressed = button.getAttribute('aria-pressed') === 'true';
		const state = pressed ? 'none' : (button.dataset['state'] as Mark['state']);
		progress.update((now) => ({
			...now,
			topics: { ...now.topics, [this.#topic]: { state, at: new Date().toISOString() } },
		}));
		const { title } = this.dataset;
		const { trouble } = progress.read();
		this.#status.textContent =
			trouble ??
			(state === 'none'
				? `${title} is no longer marked.`
				: `${title} is marked as ${state === 'learned' ? 'learned' : 'known already'}.`);
	}
}

customElements.define('progress-mark', ProgressMark);
