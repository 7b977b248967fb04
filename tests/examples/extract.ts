import { parsePage } from '../../src/markdown/parse.ts';
import { FenceError, isLive, parseFence, rawMeta } from '../../src/markdown/fence.ts';
import type { Fence } from '../../src/markdown/fence.ts';
import { ListingError, readBlock as readListed } from '../../src/markdown/listing.ts';
import { commandsOf } from './commands.ts';

/** An `output` block: what the page says that a block prints. Lines count from 1. */
export interface Output {
	fence: Fence;
	line: number;
	endLine: number;
	text: string;
}

/** A block that the runner executes, writes, checks or skips. */
export interface Block {
	fence: Fence;
	line: number;
	code: string;
	/** Its output, when the page shows it. */
	output?: Output;
}

/** What happens in a page, in order: a block, or the place where a background block's output stands. */
export type Step = { block: Block } | { block: Block; output: Output };

/** A page as the runner sees it. */
export interface Page {
	id: string;
	/** The path from the project's root. */
	file: string;
	source: string;
	steps: Step[];
	/** `<Listing>` elements: the file, the region and the line on which they stand. */
	listings: { file: string; region?: string; line: number }[];
	/** What is wrong with the page's fences, with file and line. */
	faults: string[];
}

interface Node {
	type: string;
	name?: string | null;
	lang?: string | null;
	value?: string;
	attributes?: { name?: string; value?: unknown }[];
	children?: Node[];
	position?: { start: { line: number }; end: { line: number } };
}

/**
 * Reads the blocks of a page with the site's own parser.
 * @param id The page's id.
 * @param file Its path from the project's root, for messages.
 * @param source Its MDX.
 */
export function extract(id: string, file: string, source: string): Page {
	const page: Page = { id, file, source, steps: [], listings: [], faults: [] };
	let root: Node;
	try {
		root = parsePage(file, source) as unknown as Node;
	} catch (error) {
		page.faults.push((error as Error).message);
		return page;
	}
	const lines = source.split('\n');
	const named = new Map<string, Block>();
	const fault = (line: number, message: string) => page.faults.push(`${file}:${line}: ${message}`);

	const readBlock = (node: Node): { fence: Fence; line: number; endLine: number } | undefined => {
		const line = node.position?.start.line ?? 1;
		try {
			const fence = parseFence(node.lang, rawMeta(lines[line - 1] ?? ''));
			for (const word of ['varies', 'ready'] as const) compile(word, fence[word]);
			return { fence, line, endLine: node.position?.end.line ?? line };
		} catch (error) {
			if (!(error instanceof FenceError)) throw error;
			fault(line, error.message);
			return undefined;
		}
	};

	const attach = (output: Output, above: Block | 'unread' | undefined) => {
		const { of } = output.fence;
		if (above === 'unread' && of === undefined) return;
		const block = of === undefined ? (above as Block | undefined) : named.get(of);
		if (!block)
			fault(
				output.line,
				of === undefined
					? 'this output does not stand directly below a block. Move it there, or name the block with id="x" and write of="x" here.'
					: `no block above has id="${of}".`,
			);
		else if (block.fence.skip !== undefined)
			fault(
				output.line,
				'the block above is skipped, so it has no output that was recorded. Describe it in the text instead.',
			);
		else if (!block.fence.run && !block.fence.check && !block.fence.schema)
			fault(
				output.line,
				`the block on line ${block.line} is only written to a file. Add run, or remove this output.`,
			);
		else if (block.fence.background) page.steps.push({ block, output });
		else if (block.output)
			fault(
				output.line,
				`the block on line ${block.line} has an output already, on line ${block.output.line}.`,
			);
		else block.output = output;
	};

	const walk = (parent: Node) => {
		let above: Block | 'unread' | undefined;
		for (const node of parent.children ?? []) {
			if (node.type === 'code') above = code(node, above);
			else {
				above = undefined;
				if (node.name === 'Listing') listing(node);
				walk(node);
			}
		}
	};

	const code = (node: Node, above: Block | 'unread' | undefined): Block | 'unread' | undefined => {
		const read = readBlock(node);
		if (!read) return 'unread';
		const { fence, line, endLine } = read;
		if (fence.lang === 'output') {
			attach({ fence, line, endLine, text: node.value ?? '' }, above);
			return undefined;
		}
		if (!isLive(fence) && fence.skip === undefined) return undefined;
		const block: Block = { fence, line, code: textOf(fence, line, node.value ?? '') };
		if (fence.id !== undefined) {
			if (named.has(fence.id))
				fault(line, `id="${fence.id}" is taken by the block on line ${named.get(fence.id)?.line}.`);
			named.set(fence.id, block);
		}
		if (fence.run === 'shell' && fence.file === undefined)
			for (const { line: wrong, message } of commandsOf(block.code).faults)
				fault(line + wrong, message);
		page.steps.push({ block });
		return block;
	};

	const textOf = (fence: Fence, line: number, written: string): string => {
		if (fence.from === undefined) return written;
		try {
			return readListed(fence.from, written);
		} catch (error) {
			if (!(error instanceof ListingError)) throw error;
			fault(line, error.message);
			return '';
		}
	};

	const listing = (node: Node) => {
		const value = (name: string) => {
			const found = node.attributes?.find((attribute) => attribute.name === name)?.value;
			return typeof found === 'string' ? found : undefined;
		};
		const line = node.position?.start.line ?? 1;
		const path = value('file');
		const region = value('region');
		if (path === undefined) fault(line, '<Listing> needs file="topic/name".');
		else page.listings.push({ file: path, line, ...(region === undefined ? {} : { region }) });
	};

	walk(root);
	return page;
}

function compile(word: string, pattern: string | undefined): void {
	if (pattern === undefined) return;
	let matcher: RegExp;
	try {
		matcher = new RegExp(pattern, 'u');
	} catch (error) {
		throw new FenceError(
			`${word}="${pattern}" is not a regular expression: ${(error as Error).message}.`,
		);
	}
	if (word === 'varies' && matcher.test(''))
		throw new FenceError(
			`varies="${pattern}" also matches nothing at all, so it would forgive everything. Use + in place of *.`,
		);
}
