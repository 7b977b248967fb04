import type { Options } from 'minisearch';
import type { Entry } from './types.ts';
import { wordsOf } from './words.ts';

/** What of a topic is searched, and how much a hit there counts. Found by trying, see tests/search. */
export const WEIGHTS = {
	title: 8,
	aliases: 6,
	terms: 4,
	phrases: 4,
	headings: 3,
	description: 2.5,
	outcomes: 2,
	words: 1,
} as const;

type Document = { id: string } & Record<keyof typeof WEIGHTS, string>;

/** The same for building and for reading the index. */
export const OPTIONS: Options<Document> = {
	fields: Object.keys(WEIGHTS),
	tokenize: wordsOf,
	processTerm: (word) => word,
};

/** A topic as the index takes it. */
export const documentOf = (entry: Entry): Document => ({
	id: entry.id,
	title: `${entry.title} ; ${entry.id}`,
	aliases: entry.aliases.join(' ; '),
	terms: entry.terms.join(' ; '),
	phrases: entry.phrases.join(' ; '),
	headings: entry.places.map(({ title }) => title).join(' ; '),
	description: entry.description,
	outcomes: entry.outcomes.join(' '),
	words: [...new Set(entry.places.flatMap(({ words }) => words))].join(' '),
});
