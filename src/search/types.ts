import type { Level } from '../roadmap/types.ts';

/** A place that a result can lead to: a heading of a topic. */
export interface Place {
	id: string;
	title: string;
	/** Words that are said under this heading, and hardly elsewhere. */
	words: string[];
}

/** What the search knows of a topic. */
export interface Entry {
	id: string;
	title: string;
	section: string;
	level: Level;
	description: string;
	aliases: string[];
	outcomes: string[];
	places: Place[];
	/** Terms of the glossary that this topic owns. */
	terms: string[];
	/** What people type who look for it. */
	phrases: string[];
}

/** The index as a file: `/api/search.json`. */
export interface SearchFile {
	/** What could not be taken along, because the file would be too large; in the order of leaving out. */
	without: ('words' | 'places' | 'descriptions' | 'phrases' | 'aliases')[];
	sections: { id: string; title: string }[];
	entries: Entry[];
	/** Words that mean the same, each a phrase. */
	synonyms: string[][];
	/** MiniSearch's own index. */
	index: unknown;
}

/** A hit: a topic, and the headings in it that answer. */
export interface Hit {
	entry: Entry;
	score: number;
	places: Place[];
	/** Another name of the topic that was asked for, if it was. */
	by?: string | undefined;
}
