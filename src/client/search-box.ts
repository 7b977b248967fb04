/**
 * The search: as the reader types, topics and headings from an index in memory; below them, Pagefind's full text.
 * The pattern is that of a combobox with a listbox (ARIA Authoring Practices): the focus stays in the field.
 */
import type { Finder } from '../search/find.ts';
import type { Hit } from '../search/types.ts';
import { markNext } from './marks.ts';
import { forgetSearches, recentSearches, rememberSearch } from './recent-searches.ts';

interface PagefindResult {
	url: string;
	meta: Record<string, string>;
	excerpt: string;
	sub_results: { title: string; url: string; excerpt: string }[];
}
interface Pagefind {
	options(options: { baseUrl: string }): Promise<void>;
	debouncedSearch(
		query: string,
		options: { filters: Record<string, string> },
		wait: number,
	): Promise<{ results: { data(): Promise<PagefindResult> }[] } | null>;
}

const SHOWN = 8;
const IN_TEXT = 5;
/** Milliseconds without a key before the full text is searched. */
const PAUSE = 200;

export class SearchBox extends HTMLElement {
	#input = this.querySelector('input')!;
	#list = this.querySelector<HTMLElement>('.results')!;
	#status = this.querySelector<HTMLElement>('.status')!;
	#missing = this.querySelector<HTMLElement>('.missing')!;
	#nothing = this.querySelector<HTMLElement>('.nothing')!;
	#forget = this.querySelector<HTMLButtonElement>('.forget')!;
	#section = this.querySelector<HTMLSelectElement>('select.section')!;
	#level = this.querySelector<HTMLSelectElement>('select.level')!;
	#finder: Promise<Finder> | undefined;
	#pagefind: Promise<Pagefind> | undefined;
	#active = -1;

	connectedCallback(): void {
		this.#input.addEventListener('input', () => void this.search());
		this.#input.addEventListener('keydown', (event) => this.#key(event));
		for (const select of [this.#section, this.#level])
			select.addEventListener('change', () => void this.search());
		this.#list.addEventListener('click', (event) => {
			const option = (event.target as Element).closest<HTMLElement>('[role=option]');
			if (!option) return;
			if (option.dataset['query']) void this.ask(option.dataset['query']);
			else this.#chosen(option as HTMLAnchorElement);
		});
		this.#forget.addEventListener('click', () => {
			forgetSearches();
			this.#empty();
			this.#input.focus();
		});
	}

	get query(): string {
		return this.#input.value.trim();
	}

	/** Puts the cursor into the field, and begins to load what the search needs. */
	focusField(): void {
		this.#input.focus();
		this.#input.select();
		void this.#load().catch(() => undefined);
		if (!this.query) this.#empty();
	}

	/** Asks a question that was not typed. */
	async ask(query: string): Promise<void> {
		this.#input.value = query;
		await this.search();
	}

	/** Begins to load the index, for when the reader is about to search. */
	warm(): void {
		void this.#load().catch(() => undefined);
	}

	#load(): Promise<Finder> {
		this.#finder ??= (async () => {
			const [{ Finder }, answer] = await Promise.all([
				import('../search/find.ts'),
				fetch(this.dataset['index']!),
			]);
			if (!answer.ok) throw new Error(`The index of names did not load: ${answer.status}.`);
			const finder = new Finder(await answer.json());
			this.#fill(
				this.#section,
				finder.sections.map(({ id, title }) => [id, title]),
			);
			this.#fill(
				this.#level,
				['foundation', 'core', 'advanced'].map((level) => [level, level]),
			);
			return finder;
		})();
		this.#finder.catch(() => (this.#finder = undefined));
		return this.#finder;
	}

	#loadPagefind(): Promise<Pagefind> {
		this.#pagefind ??= (async () => {
			const bundle = this.dataset['bundle']!;
			const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
			await pagefind.options({ baseUrl: this.dataset['base']! });
			return pagefind;
		})();
		this.#pagefind.catch(() => (this.#pagefind = undefined));
		return this.#pagefind;
	}

	/** Shows what answers the words in the field. */
	async search(): Promise<void> {
		const typed = this.#input.value;
		const query = typed.trim();
		this.dispatchEvent(new CustomEvent('search', { detail: query }));
		if (!query) return this.#empty();
		this.#forget.hidden = true;
		const filter = {
			section: this.#section.value || undefined,
			level: this.#level.value || undefined,
		};
		let hits: Hit[] = [];
		let known = true;
		try {
			const finder = await this.#load();
			if (this.#input.value !== typed) return;
			const start = performance.now();
			hits = finder.find(typed, filter).slice(0, SHOWN);
			this.#count(finder.count(typed, filter));
			this.#show(hits);
			performance.measure('search: first layer', { start });
		} catch {
			known = false;
			this.#show([]);
		}
		this.#status.textContent = hits.length
			? `${hits.length} ${hits.length === 1 ? 'topic' : 'topics'} for “${query}”`
			: known
				? `No topic for “${query}”`
				: '';
		this.#say(known ? '' : 'The index of names did not load, so only the full text is searched.');
		await this.#searchText(typed, filter, hits, known);
	}

	async #searchText(
		typed: string,
		filter: { section?: string | undefined; level?: string | undefined },
		hits: Hit[],
		known: boolean,
	): Promise<void> {
		const query = typed.trim();
		let results: PagefindResult[] = [];
		try {
			const pagefind = await this.#loadPagefind();
			const title = this.#section.selectedOptions[0]?.dataset['title'];
			const found = await pagefind.debouncedSearch(
				query,
				{
					filters: {
						...(filter.section && title ? { section: title } : {}),
						...(filter.level ? { level: filter.level } : {}),
					},
				},
				PAUSE,
			);
			if (!found || this.#input.value !== typed) return; // a later key asks again
			results = await Promise.all(found.results.slice(0, IN_TEXT).map((result) => result.data()));
			if (this.#input.value !== typed) return;
		} catch {
			this.#say(
				known
					? 'The full text did not load. These are topics and headings only.'
					: 'The search did not load. Check your connection and try again.',
			);
			if (hits.length || known) return this.#suggest(query, hits.length === 0);
			return;
		}
		const meant = results.filter((result) => isAbout(query, result));
		if (meant.length) this.#list.append(group('In the text', meant.flatMap(inText)));
		this.#open();
		if (!hits.length && meant.length)
			this.#status.textContent = `Found in the text of ${meant.length} pages`;
		await this.#suggest(query, hits.length === 0 && meant.length === 0);
	}

	/** What to do when nothing was found. */
	async #suggest(query: string, nothing: boolean): Promise<void> {
		this.#nothing.hidden = !nothing;
		if (!nothing) return;
		this.#status.textContent = `Nothing for “${query}”.`;
		const finder = await this.#load().catch(() => undefined);
		const near = finder?.near(query) ?? [];
		const base = this.dataset['base']!;
		this.#nothing.replaceChildren(
			...(near.length
				? [
						'Did you mean: ',
						...near.flatMap(({ name, entry }, n) => [
							n ? ', ' : '',
							anchor(`${base}${entry.id}/`, name),
						]),
						'? ',
					]
				: []),
			'All topics are on ',
			anchor(`${base}map/`, 'the map'),
			', all words in ',
			anchor(`${base}glossary/`, 'the glossary'),
			'.',
		);
	}

	#show(hits: Hit[]): void {
		this.#active = -1;
		this.#nothing.hidden = true;
		this.#list.replaceChildren(
			...(hits.length
				? [
						group(
							'Topics and sections',
							hits.flatMap((hit) => this.#items(hit)),
						),
					]
				: []),
		);
		this.#open();
	}

	#items({ entry, places, by }: Hit): HTMLElement[] {
		const page = `${this.dataset['base']}${entry.id}/`;
		const first = places[0];
		const title = option(page, entry.title, {
			note:
				by && by.toLowerCase() !== entry.title.toLowerCase() && by !== entry.id ? by : undefined,
			excerpt: first ? undefined : entry.description,
		});
		return [
			title,
			...places
				.slice(0, 2)
				.map((place) => option(`${page}#${place.id}`, place.title, { inside: true })),
		];
	}

	/** Before a question: what was asked before. */
	#empty(): void {
		this.#active = -1;
		this.#status.textContent = '';
		this.#nothing.hidden = true;
		this.#say('');
		const recent = recentSearches();
		this.#forget.hidden = recent.length === 0;
		this.#list.replaceChildren(
			...(recent.length ? [group('Recent searches', recent.map(again))] : []),
		);
		this.#open();
	}

	#say(text: string): void {
		this.#missing.textContent = text;
		this.#missing.hidden = !text;
	}

	#fill(select: HTMLSelectElement, values: string[][]): void {
		for (const [value, title] of values) {
			const one = new Option(title, value);
			one.dataset['title'] = title;
			select.append(one);
		}
	}

	#count({
		sections,
		levels,
	}: {
		sections: Map<string, number>;
		levels: Map<string, number>;
	}): void {
		for (const [select, counts] of [
			[this.#section, sections],
			[this.#level, levels],
		] as const)
			for (const one of select.options) {
				if (!one.value) continue;
				const count = counts.get(one.value) ?? 0;
				one.textContent = `${one.dataset['title']} (${count})`;
				one.disabled = count === 0 && !one.selected;
			}
	}

	get #options(): HTMLElement[] {
		return [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
	}

	#open(): void {
		const options = this.#options;
		options.forEach((option, n) => (option.id = `${this.#list.id}-${n}`));
		this.#input.setAttribute('aria-expanded', String(options.length > 0));
		this.#list.hidden = options.length === 0;
		this.#choose(Math.min(this.#active, options.length - 1));
	}

	#choose(at: number): void {
		this.#active = at;
		for (const [n, option] of this.#options.entries()) {
			option.setAttribute('aria-selected', String(n === at));
			if (n !== at) continue;
			this.#input.setAttribute('aria-activedescendant', option.id);
			option.scrollIntoView({ block: 'nearest' });
		}
		if (at < 0) this.#input.removeAttribute('aria-activedescendant');
	}

	#key(event: KeyboardEvent): void {
		const options = this.#options;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step && options.length) {
			event.preventDefault();
			const next = this.#active + step;
			this.#choose(next < -1 ? options.length - 1 : next >= options.length ? -1 : next);
		} else if (event.key === 'Enter') {
			const option = options[Math.max(0, this.#active)];
			if (!option) return;
			event.preventDefault();
			option.click();
		}
	}

	#chosen(link: HTMLAnchorElement): void {
		rememberSearch(this.query);
		markNext(link.pathname, this.query);
		this.dispatchEvent(new CustomEvent('chosen', { bubbles: true }));
	}
}

/** Pagefind shortens a word that it does not know until some word begins with the rest: `q` for `qwertz`. */
function isAbout(query: string, { excerpt, sub_results }: PagefindResult): boolean {
	const marked = [excerpt, ...sub_results.map((part) => part.excerpt)].flatMap((text) =>
		[...text.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word]) => word!.toLowerCase()),
	);
	const words = query
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean);
	return (
		marked.length === 0 ||
		words.some((word) => marked.some((mark) => mark.includes(word.slice(0, 3))))
	);
}

function group(label: string, options: HTMLElement[]): HTMLElement {
	const element = document.createElement('div');
	element.role = 'group';
	element.ariaLabel = label;
	const heading = document.createElement('p');
	heading.className = 'group';
	heading.ariaHidden = 'true';
	heading.textContent = label;
	element.append(heading, ...options);
	return element;
}

function option(
	href: string,
	title: string,
	{
		note,
		excerpt,
		inside,
	}: { note?: string | undefined; excerpt?: string | undefined; inside?: boolean } = {},
): HTMLAnchorElement {
	const a = document.createElement('a');
	a.href = href;
	a.role = 'option';
	a.tabIndex = -1;
	a.className = inside ? 'inside' : '';
	const strong = document.createElement('strong');
	strong.textContent = title;
	a.append(strong);
	if (note) a.append(span('note', note));
	if (excerpt) a.append(span('excerpt', excerpt));
	return a;
}

const span = (name: string, text: string) => {
	const element = document.createElement('span');
	element.className = name;
	element.textContent = text;
	return element;
};

function inText({ url, meta, excerpt, sub_results }: PagefindResult): HTMLElement[] {
	const place = sub_results.find((part) => part.url.includes('#')) ?? { url, title: '', excerpt };
	const a = option(place.url, meta['title'] ?? url, {
		note: place.title !== meta['title'] ? place.title || undefined : undefined,
	});
	const words = span('excerpt', '');
	words.innerHTML = place.excerpt; // Pagefind escapes the text and adds only <mark>
	a.append(words);
	return [a];
}

function again(query: string): HTMLElement {
	const element = document.createElement('div');
	element.role = 'option';
	element.className = 'again';
	element.dataset['query'] = query;
	element.textContent = query;
	return element;
}

function anchor(href: string, text: string): HTMLAnchorElement {
	const a = document.createElement('a');
	a.href = href;
	a.textContent = text;
	return a;
}

customElements.define('search-box', SearchBox);
