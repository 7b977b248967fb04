import { distance } from 'fastest-levenshtein';
import MiniSearch from 'minisearch';
import { OPTIONS, WEIGHTS } from './fields.ts';
import type { Entry, Hit, Place, SearchFile } from './types.ts';
import { asked, formsAsked, formsOf, wordsOf, type Form } from './words.ts';

/** What only some hits have to be of. */
export interface Filter {
	section?: string | undefined;
	level?: string | undefined;
}

const MOST_HITS = 20;
const MOST_PLACES = 3;
/** Hits that are so much weaker than the best are left out, but for the first few. */
const WEAK = 0.1;
const ALWAYS = 3;
/** How much a word counts that was not asked for, but means the same. */
const SYNONYM = 0.75;
/** How much a word counts that differs by some letters. */
const MISSPELT = 0.6;
/** How hard it counts that words of the question are missing. */
const COVER = 1.5;
/** How much it counts that the question contains a name of the topic. */
const NAMED = 1.5;
/** How much it counts that the words stand together, under one heading. */
const TOGETHER = 0.3;

/** The first layer of the search: all in memory, an answer at each key. */
export class Finder {
	#file: SearchFile;
	#index: MiniSearch;
	#entries: Map<string, Entry>;
	#names: { words: string; name: string; entry: Entry; size: number }[];
	#synonyms: { words: string[]; others: string[][] }[];
	#known = new Map<string, Map<string, number>>();
	/** Every word of every name, as it is written: what a misspelt word may have been meant to be. */
	#written = new Map<string, { word: string; times: number }>();

	constructor(file: SearchFile) {
		this.#file = file;
		this.#index = MiniSearch.loadJS(file.index as never, OPTIONS as never);
		this.#entries = new Map(file.entries.map((entry) => [entry.id, entry]));
		this.#names = file.entries.flatMap((entry) =>
			[entry.title, entry.id, ...entry.aliases, ...entry.terms, ...entry.phrases].map((name) => {
				const words = asked(name);
				return { words: ` ${words.join(' ')} `, name, entry, size: words.length };
			}),
		);
		for (const { title, aliases, terms, phrases, places, description } of file.entries)
			for (const { written, word } of formsOf(
				[
					title,
					...aliases,
					...terms,
					...phrases,
					...places.map((one) => one.title),
					description,
				].join(' '),
			)) {
				const times = (this.#written.get(written)?.times ?? 0) + 1;
				this.#written.set(written, { word, times });
			}
		this.#synonyms = file.synonyms.flatMap((group) => {
			const phrases = group.map((phrase) => wordsOf(phrase));
			return phrases.map((words) => ({ words, others: phrases.filter((one) => one !== words) }));
		});
	}

	/** The topics that answer, the best first. */
	find(query: string, { section, level }: Filter = {}): Hit[] {
		const open = !/\s$/.test(query);
		const forms = formsAsked(query);
		const words = forms.map((form, n) => this.#meant(form, open && n === forms.length - 1));
		if (words.length === 0) return [];
		const { scores, importance } = this.#scores(words, open);
		const text = ` ${words.join(' ')} `;
		const names = this.#named(text);
		const whole = [...importance.values()].reduce((sum, one) => sum + one, 0);
		const hits: Hit[] = [];
		for (const [id, { sum, covered }] of scores) {
			const entry = this.#entries.get(id)!;
			if ((section && entry.section !== section) || (level && entry.level !== level)) continue;
			const named = names.get(id);
			const share = covered / whole;
			const places = this.#placesOf(entry, words, importance);
			const together = (places[0]?.score ?? 0) / whole;
			hits.push({
				entry,
				score: sum * share ** COVER * (1 + (named?.share ?? 0) * NAMED) * (1 + together * TOGETHER),
				places: places.map(({ place }) => place),
				by: named?.name,
			});
		}
		hits.sort((a, b) => b.score - a.score);
		const least = (hits[0]?.score ?? 0) * WEAK;
		return hits.filter(({ score }, n) => n < ALWAYS || score >= least).slice(0, MOST_HITS);
	}

	/** How many hits there are of each section and level, for the filters. */
	count(
		query: string,
		filter: Filter,
	): { sections: Map<string, number>; levels: Map<string, number> } {
		const sections = new Map<string, number>();
		const levels = new Map<string, number>();
		for (const { entry } of this.find(query, { level: filter.level }))
			sections.set(entry.section, (sections.get(entry.section) ?? 0) + 1);
		for (const { entry } of this.find(query, { section: filter.section }))
			levels.set(entry.level, (levels.get(entry.level) ?? 0) + 1);
		return { sections, levels };
	}

	/** Names that are nearest to what was asked, for when nothing was found. */
	near(query: string): { name: string; entry: Entry }[] {
		const [first = ''] = asked(query);
		const start = first.slice(0, 2);
		return this.#names.filter(({ words }) => words.includes(` ${start}`)).slice(0, 5);
	}

	get sections() {
		return this.#file.sections;
	}

	/** For every topic the sum over the words, and how many of them it has. */
	#scores(words: string[], open: boolean) {
		const importance = new Map<string, number>();
		const total = new Map<string, { sum: number; covered: number }>();
		const synonyms = this.#synonymsOf(words);
		for (const [n, word] of words.entries()) {
			const last = open && n === words.length - 1;
			let best = this.#search(word, last);
			const joined = n + 1 < words.length ? this.#exact(word + words[n + 1]) : undefined;
			const before = n > 0 ? this.#exact(words[n - 1] + word) : undefined;
			for (const other of [joined, before])
				if (other && other.size > 0) best = larger(best, other, 1);
			for (const phrase of synonyms.get(n) ?? [])
				best = larger(best, this.#phrase(phrase), SYNONYM);
			const weight = Math.log(1 + this.#entries.size / Math.max(1, best.size));
			importance.set(word, weight);
			for (const [id, score] of best) {
				const sum = total.get(id) ?? { sum: 0, covered: 0 };
				total.set(id, { sum: sum.sum + score, covered: sum.covered + weight });
			}
		}
		return { scores: total, importance };
	}

	/** Phrases that mean the same as words of the question, by the place of the word. */
	#synonymsOf(words: string[]): Map<number, string[][]> {
		const result = new Map<number, string[][]>();
		for (const { words: phrase, others } of this.#synonyms)
			for (let at = 0; at + phrase.length <= words.length; at += 1)
				if (phrase.every((word, n) => words[at + n] === word))
					for (let n = 0; n < phrase.length; n += 1)
						result.set(at + n, [...(result.get(at + n) ?? []), ...others]);
		return result;
	}

	/** The topics that have all words of a phrase. */
	#phrase(words: string[]): Map<string, number> {
		const [first = new Map<string, number>(), ...rest] = words.map((word) => this.#exact(word));
		const result = new Map<string, number>();
		for (const [id, score] of first)
			if (rest.every((one) => one.has(id)))
				result.set(id, (score + rest.reduce((sum, one) => sum + one.get(id)!, 0)) / words.length);
		return result;
	}

	#exact(word: string): Map<string, number> {
		return this.#cached(`=${word}`, () => this.#ask(word, {}));
	}

	/** A word that nobody has written, brought to the nearest one that somebody has; as it stands if there is none. */
	#meant({ written, word }: Form, last: boolean): string {
		if (written.length < 4 || /\d/.test(written) || this.#written.has(written)) return word;
		if (this.#exact(word).size > 0 || (last && this.#ask(word, { prefix: true }).size > 0))
			return word;
		const most = written.length < 6 ? 1 : written.length < 9 ? 2 : 3;
		let best: { word: string; away: number; times: number } | undefined;
		for (const [other, { word: meant, times }] of this.#written) {
			if (Math.abs(other.length - written.length) > most) continue;
			// Two letters exchanged are one mistake.
			const away = isSwapped(written, other) ? 1 : distance(written, other);
			if (away > most) continue;
			if (!best || away < best.away || (away === best.away && times > best.times))
				best = { word: meant, away, times };
		}
		return best?.word ?? word;
	}

	/** A word as it stands; begun, if it is the last one; split in two; or misspelt, if nothing else. */
	#search(word: string, last: boolean): Map<string, number> {
		return this.#cached(`${last ? '^' : '~'}${word}`, () => {
			const exact = this.#exact(word);
			const begun = last && word.length > 1 ? this.#ask(word, { prefix: true }) : exact;
			if (begun.size > 0) return larger(begun, exact, 1);
			for (let at = 3; at <= word.length - 3; at += 1) {
				const both = this.#phrase([word.slice(0, at), word.slice(at)]);
				if (both.size > 0) return both;
			}
			if (word.length < 4 || /^\d+$/.test(word)) return begun;
			for (const distance of word.length < 5 ? [1] : word.length < 9 ? [1, 2] : [1, 2, 3]) {
				const near = this.#ask(word, { fuzzy: distance });
				if (near.size > 0) return larger(new Map(), near, MISSPELT);
			}
			return this.#ask(word, { prefix: true });
		});
	}

	#cached(key: string, make: () => Map<string, number>): Map<string, number> {
		const known = this.#known.get(key);
		if (known) return known;
		const made = make();
		if (this.#known.size > 500) this.#known.clear();
		this.#known.set(key, made);
		return made;
	}

	#ask(word: string, how: { prefix?: boolean; fuzzy?: number }): Map<string, number> {
		const results = this.#index.search(word, {
			boost: WEIGHTS,
			prefix: how.prefix ?? false,
			fuzzy: how.fuzzy ?? false,
			tokenize: (text) => [text],
			processTerm: (text) => text,
		});
		return new Map(results.map(({ id, score }) => [id as string, score]));
	}

	/** The topics of which the question contains a name: the longest one, and how much of the question it is. */
	#named(text: string): Map<string, { name: string; share: number }> {
		const result = new Map<string, { name: string; share: number }>();
		const length = text.trim().split(' ').length;
		for (const { words, name, entry, size } of this.#names) {
			if (size === 0 || !text.includes(words)) continue;
			const share = size / length;
			if (share > (result.get(entry.id)?.share ?? 0)) result.set(entry.id, { name, share });
		}
		return result;
	}

	/** The headings that have words of the question, the best first; none if the title says it as well. */
	#placesOf(
		{ title, places }: Entry,
		words: string[],
		importance: Map<string, number>,
	): { place: Place; score: number }[] {
		const own = new Set(wordsOf(title));
		const wanted = words.filter((word) => !own.has(word));
		return places
			.map((place) => {
				const heading = new Set(wordsOf(place.title));
				const said = new Set(place.words);
				const score = wanted.reduce(
					(sum, word) =>
						sum + importance.get(word)! * (heading.has(word) ? 1 : said.has(word) ? 0.6 : 0),
					0,
				);
				return { place, score };
			})
			.filter(({ score }) => score > 0)
			.sort((a, b) => b.score - a.score)
			.slice(0, MOST_PLACES);
	}
}

/** Both, each topic with the larger score; the second counts by a factor. */
function larger(
	a: Map<string, number>,
	b: Map<string, number>,
	factor: number,
): Map<string, number> {
	const result = new Map(a);
	for (const [id, score] of b) result.set(id, Math.max(result.get(id) ?? 0, score * factor));
	return result;
}

/** Whether two words differ by two neighbouring letters that are exchanged. */
function isSwapped(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	const at = [...a].findIndex((letter, n) => letter !== b[n]);
	return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
