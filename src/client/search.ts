/** The search dialog: opened by its button, by `/` and by Ctrl-K. */
import { showMarks } from './marks.ts';
import { followFragment } from './moved.ts';
import type { SearchBox } from './search-box.ts';

class SiteSearch extends HTMLElement {
	#link = this.querySelector<HTMLAnchorElement>('a.open')!;
	#dialog = this.querySelector('dialog')!;
	#box = this.querySelector<SearchBox>('search-box')!;

	connectedCallback(): void {
		this.#link.addEventListener('click', (event) => {
			if (event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			void this.open();
		});
		for (const sign of ['pointerenter', 'focus'])
			this.#link.addEventListener(sign, () => void this.#ready().then((box) => box.warm()), {
				once: true,
			});
		this.querySelector('button.close')!.addEventListener('click', () => this.#dialog.close());
		this.#dialog.addEventListener('click', (event) => {
			// A click on the dialog itself is one on its backdrop; one on a link leaves for it.
			const target = event.target as Element;
			if (target === this.#dialog || target.closest('a')) this.#dialog.close();
		});
		document.addEventListener('keydown', (event) => {
			const typing = (event.target as Element).closest(
				'input, textarea, select, [contenteditable]',
			);
			const slash =
				event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
			const k = event.key === 'k' && (event.ctrlKey || event.metaKey);
			if (!slash && !k) return;
			event.preventDefault();
			void this.open();
		});
	}

	/** Opens the dialog, with a question already asked if one is given. */
	async open(query?: string): Promise<void> {
		if (!this.#dialog.open) this.#dialog.showModal();
		const input = this.#dialog.querySelector('input')!;
		input.focus();
		const box = await this.#ready();
		if (query !== undefined) await box.ask(query);
		// Whatever was typed while the script was loading has not been seen yet.
		else if (input.value) await box.search();
		if (!input.value) box.focusField();
	}

	/** The box comes to life only when it is needed. */
	async #ready(): Promise<SearchBox> {
		await import('./search-box.ts');
		return this.#box;
	}
}

customElements.define('site-search', SiteSearch);
showMarks();
void followFragment();
export type { SiteSearch };
