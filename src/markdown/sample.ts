import type { Code, Nodes } from 'mdast';
import { parseFence } from './fence.ts';
import { parsePage } from './parse.ts';

/** A block of a page and what it printed. */
export interface Sample {
	lang: string;
	code: string;
	output: string;
}

/**
 * Takes a block with its output out of a page, to show it elsewhere without a second copy.
 * @param id The block's name on its fence: `id="countdown"`.
 * @throws When the page has no such block, or no output under it.
 */
export function sampleOf(file: string, source: string, id: string): Sample {
	const blocks = codeOf(parsePage(file, source)).filter(({ lang }) => lang !== 'mermaid');
	const at = blocks.findIndex(({ lang, meta }) => parseFence(lang, meta).id === id);
	const [block, printed] = [blocks[at], blocks[at + 1]];
	if (!block || printed?.lang !== 'output')
		throw new Error(
			`${file} has no block with id="${id}" and an output under it, and the front page shows that one. Name another block.`,
		);
	return { lang: block.lang ?? 'text', code: block.value, output: printed.value };
}

function codeOf(node: Nodes): Code[] {
	if (node.type === 'code') return [node];
	return 'children' in node ? node.children.flatMap(codeOf) : [];
}
