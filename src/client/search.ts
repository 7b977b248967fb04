/** The search dialog: opened by its button, by `/` and by Ctrl-K; asks Pagefind as the reader types. */

interface Result {
	url: string;
	meta: Record<string, string>;
	sub_results: { title: string; url: string; excerpt: string }[];
	excerpt: string;
}
interface Pagefind {
	options(options: { baseUrl?: string; ranking?: Record<string, number> }): Promise<void>;
	debouncedSearch(query: string): Promise<{ results: { data(): Promise<Result> }[] } | null>;
}

const SHOWN = 8;
const HEADINGS_SHOWN = 3;
/** So many letters of a word have to be there for a hit to be meant. */
const MEANT = 3;

class SiteSearch extends HTMLElement {
	#pagefind: Promise<Pagefind> | undefined;
	#button = this.querySelector<HTMLButtonElement>('button.open')!;
	#dialog = this.querySelector('dialog')!;
	#input = this.querySelector('input')!;
	#status = this.querySelector<HTMLElement>('.status')!;
	#list = this.querySelector<HTMLOListElement>('.results')!;

	connectedCallback(): void {
		this.#button.disabled = false;
		this.#button.addEventListener('click', () => this.open());
		this.querySelector('button.close')!.addEventListener('click', () => this.#dialog.close());
		this.#dialog.addEventListener('click', (event) => {
			// A click on the dialog itself is one on its backdrop; one on a link leaves for it.
			if (event.target === this.#dialog || (event.target as Element).closest('a'))
				this.#dialog.close();
		});
		this.#input.addEventListener('input', () => this.search());
		this.#dialog.addEventListener('keydown', (event) => this.#move(event));
		document.addEventListener('keydown', (event) => {
			const typing = (event.target as Element).closest(
				'input, textarea, select, [contenteditable]',
			);
			const slash =
				event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
			const k = event.key === 'k' && (event.ctrlKey || event.metaKey);
			if (!slash && !k) return;
			event.preventDefault();
			this.open();
		});
	}

	/** Opens the dialog, with a question already asked if one is given. */
	open(query?: string): void {
		if (!this.#dialog.open) this.#dialog.showModal();
		if (query !== undefined) this.#input.value = query;
		this.#input.focus();
		this.#input.select();
		void this.#load();
		if (this.#input.value) void this.search();
	}

	#load(): Promise<Pagefind> {
		this.#pagefind ??= (async () => {
			const pagefind = (await import(
				/* @vite-ignore */ `${this.dataset['bundle']}pagefind.js`
			)) as Pagefind;
			await pagefind.options({ baseUrl: this.dataset['bundle']!.replace(/pagefind\/$/, '') });
			return pagefind;
		})();
		return this.#pagefind;
	}

	async search(): Promise<void> {
		const query = this.#input.value.trim();
		if (!query) {
			this.#list.replaceChildren();
			this.#status.textContent = '';
			return;
		}
		let pagefind: Pagefind;
		try {
			pagefind = await this.#load();
		} catch {
			this.#pagefind = undefined;
			this.#status.textContent =
				'The search index did not load. Check your connection and try again.';
			return;
		}
		const answer = await pagefind.debouncedSearch(query);
		if (!answer) return; // a later key press asks again
		const all = await Promise.all(answer.results.slice(0, SHOWN).map((result) => result.data()));
		const found = all.filter((result) => isAbout(query, result));
		if (this.#input.value.trim() !== query) return;
		// What the words together are a name of comes before what has them somewhere.
		const named = found.filter((result) => isNameOf(query, result));
		this.#list.replaceChildren(...[...new Set([...named, ...found])].map(item));
		const count = found.length && answer.results.length;
		this.#status.textContent = count
			? `${count} ${count === 1 ? 'page' : 'pages'} for “${query}”`
			: `Nothing for “${query}”. Try fewer or other words.`;
	}

	/** Arrow keys walk through the results, and back up into the field. */
	#move(event: KeyboardEvent): void {
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		const stops: HTMLElement[] = [this.#input, ...this.#list.querySelectorAll('a')];
		const at = stops.indexOf(document.activeElement as HTMLElement);
		const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
		if (!next) return;
		event.preventDefault();
		next.focus();
	}
}

/** Pagefind shortens a word that it does not know until some word begins with the rest: `q` for `qwertz`. */
function isAbout(query: string, { excerpt, sub_results }: Result): boolean {
	const marked = [excerpt, ...sub_results.map((part) => part.excerpt)].flatMap((text) =>
		[...text.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word!.toLowerCase()),
	);
	const words = query
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	const shares = (word: string) => marked.some((mark) => mark.includes(word.slice(0, MEANT)));
	return marked.length === 0 || words.some(shares);
}

function isNameOf(query: string, { meta }: Result): boolean {
	const names = [meta['title'] ?? '', ...(meta['aliases'] ?? '').split('|')];
	return names.some((name) => name.toLowerCase() === query.toLowerCase());
}

function item(result: Result): HTMLLIElement {
	const li = document.createElement('li');
	const headings = result.sub_results.filter(({ url }) => url.includes('#'));
	li.append(
		link(result.url, result.meta['title'] ?? result.url, {
			section: result.meta['section'],
			excerpt: headings.length ? undefined : result.excerpt,
		}),
	);
	if (headings.length) {
		const list = document.createElement('ol');
		for (const { url, title, excerpt } of headings.slice(0, HEADINGS_SHOWN)) {
			const entry = document.createElement('li');
			entry.append(link(url, title, { excerpt }));
			list.append(entry);
		}
		li.append(list);
	}
	return li;
}

function link(
	url: string,
	title: string,
	{ section, excerpt }: { section?: string | undefined; excerpt?: string | undefined },
): HTMLAnchorElement {
	const a = document.createElement('a');
	a.href = url;
	const strong = document.createElement('strong');
	strong.textContent = title;
	a.append(strong);
	if (section) {
		const span = document.createElement('span');
		span.className = 'section';
		span.textContent = section;
		a.append(span);
	}
	if (excerpt) {
		const span = document.createElement('span');
		span.className = 'excerpt';
		span.innerHTML = excerpt; // Pagefind escapes the text and adds only <mark>
		a.append(span);
	}
	return a;
}

customElements.define('site-search', SiteSearch);
export type { SiteSearch };
