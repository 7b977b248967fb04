import type { Nodes, Root } from 'mdast';

/**
 * Words a minute that adults read silently in English non-fiction, on average.
 * Source: M. Brysbaert, How many words do we read per minute?, Journal of Memory and Language 109, 2019.
 */
const WORDS_A_MINUTE = 238;

/** Seconds that a line of code takes: it is read slower than prose. An estimate of ours, not a measured number. */
const SECONDS_A_LINE_OF_CODE = 2;

/** What there is to read on a page. */
export interface Amount {
	/** Words of prose. */
	words: number;
	/** Lines of code that are not blank. */
	codeLines: number;
}

/** Counts the words and the lines of code of a page's parsed text, its frontmatter left out. */
export function amountOf(root: Root): Amount {
	const amount: Amount = { words: 0, codeLines: 0 };
	const walk = (node: Nodes): void => {
		if (node.type === 'text' || node.type === 'inlineCode')
			amount.words += node.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
		else if (node.type === 'code' && node.lang !== 'mermaid')
			amount.codeLines += node.value.split('\n').filter((line) => line.trim()).length;
		else if ('children' in node) for (const child of node.children) walk(child);
	};
	walk(root);
	return amount;
}

/** Reading time in whole minutes, at least one. */
export function readingMinutes({ words, codeLines }: Amount): number {
	const minutes = words / WORDS_A_MINUTE + (codeLines * SECONDS_A_LINE_OF_CODE) / 60;
	return Math.max(1, Math.round(minutes));
}
