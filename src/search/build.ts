import { brotliCompressSync, constants } from 'node:zlib';
import MiniSearch from 'minisearch';
import type { Nodes, Root } from 'mdast';
import { headingsWithText } from '../roadmap/headings.ts';
import { OPTIONS, documentOf } from './fields.ts';
import type { Entry, Place, SearchFile } from './types.ts';
import { asked, wordsOf } from './words.ts';

/** Opening the search may cost so many bytes over the wire, with brotli. */
export const BUDGET = 150_000;
/** What is left out when the budget is not kept, in this order. */
const PARTS = ['words', 'places', 'descriptions', 'phrases', 'aliases'] as const;
/** So many words stand for what is said under a heading. */
const WORDS_A_PLACE = 6;
/** So many aliases a topic keeps when there is no room for all. */
const FEW_ALIASES = 4;
/** A word that more of the topics have says nothing about any of them. */
const TOO_COMMON = 0.2;

/** The text under each heading of a page, code left out. */
export function passagesOf(root: Root): { id: string; title: string; text: string }[] {
	return headingsWithText(root).map(({ id, title, nodes }) => ({
		id,
		title,
		text: nodes.map(textOf).join(' '),
	}));
}

function textOf(node: Nodes): string {
	if (node.type === 'code') return '';
	if ('value' in node && (node.type === 'text' || node.type === 'inlineCode')) return node.value;
	const attributes =
		'attributes' in node && Array.isArray(node.attributes)
			? node.attributes
					.map((one) => ('name' in one && one.name === 'text' ? String(one.value) : ''))
					.join(' ')
			: '';
	return 'children' in node ? `${attributes} ${node.children.map(textOf).join(' ')}` : attributes;
}

/** The words that are said in a passage more than elsewhere, the most telling first. */
export function tellingWords(passages: string[][]): string[][] {
	const lists = passages.map((texts) => texts.map((text) => asked(text)));
	const spread = new Map<string, number>();
	for (const page of lists)
		for (const word of new Set(page.flat())) spread.set(word, (spread.get(word) ?? 0) + 1);
	const most = Math.max(2, lists.length * TOO_COMMON);
	return passages.flatMap((texts) =>
		texts.map((text) => {
			const counts = new Map<string, number>();
			for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
			return [...counts]
				.filter(([word]) => word.length > 2 && (spread.get(word) ?? Infinity) <= most)
				.map(([word, n]) => ({
					word,
					score: Math.log1p(n) * Math.log(lists.length / spread.get(word)!),
				}))
				.sort((a, b) => b.score - a.score)
				.slice(0, WORDS_A_PLACE)
				.map(({ word }) => word);
		}),
	);
}

const sizeOf = (file: SearchFile) =>
	brotliCompressSync(JSON.stringify(file), {
		params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
	}).length;

/** The index as a file, with less in it for as long as it is above the budget. */
export function buildSearch(
	entries: Entry[],
	sections: SearchFile['sections'],
	synonyms: string[][],
	budget = BUDGET,
): SearchFile {
	const without: SearchFile['without'] = [];
	for (const next of [...PARTS, undefined]) {
		const kept = entries.map((entry) => reduced(entry, without));
		const index = new MiniSearch(OPTIONS);
		index.addAll(kept.map(documentOf));
		const file = {
			without: [...without],
			sections,
			entries: kept,
			synonyms,
			index: index.toJSON(),
		};
		if (!next || sizeOf(file) <= budget) return file;
		without.push(next);
	}
	throw new Error('unreachable');
}

function reduced(entry: Entry, without: SearchFile['without']): Entry {
	const places: Place[] = without.includes('places')
		? []
		: entry.places.map((place) => (without.includes('words') ? { ...place, words: [] } : place));
	return {
		...entry,
		places,
		...(without.includes('descriptions') && { description: '', outcomes: [] }),
		...(without.includes('phrases') && { phrases: [] }),
		...(without.includes('aliases') && { aliases: entry.aliases.slice(0, FEW_ALIASES) }),
	};
}
