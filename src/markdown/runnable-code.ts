import { readFileSync } from 'node:fs';
import { definePlugin, type ExpressiveCodeBlock } from '@astrojs/starlight/expressive-code';
import { h } from '@astrojs/starlight/expressive-code/hast';
import type { Element, ElementContent } from 'hast';
import { idFromPath } from '../schemas/page.ts';
import { parseFence, type Fence } from './fence.ts';

/** What `npm run examples -- --update` recorded of each page: when it ran, and with what. */
interface Runs {
	[page: string]: { date: string; tools: Record<string, string> };
}

/** Languages whose colours another language's grammar draws well enough, or none. */
const GRAMMARS: Record<string, string> = {
	output: 'text',
	conf: 'ini',
	redis: 'text',
	caddyfile: 'text',
	caddy: 'text',
	vcl: 'text',
	haproxy: 'text',
	zone: 'text',
};

/** What can run a block in the reader's browser. */
const PLAYGROUNDS: ReadonlySet<string> = new Set(['node', 'sqlite', 'postgres']);

const TERMINAL_PROMPT = /(^|\u007f)[$>] /g;

/**
 * Shows code fences as what they are: programs that were run, what these printed, files, folded
 * set-up, and blocks that are not run, with the reason. Reads the fence with the runner's own reader.
 */
export function runnableCode() {
	const fences = new WeakMap<ExpressiveCodeBlock, Fence>();
	const runs = readRuns();
	return definePlugin({
		name: 'handbook-runnable-code',
		hooks: {
			preprocessLanguage({ codeBlock }) {
				const fence = parseFence(codeBlock.language, codeBlock.meta);
				fences.set(codeBlock, fence);
				codeBlock.language = GRAMMARS[fence.lang] ?? fence.lang;
				codeBlock.meta = fence.mark ? `{${fence.mark}}` : '';
				const title = fence.title ?? fence.file ?? sessionOf(fence);
				if (title) codeBlock.props.title = title;
				if (fence.lang === 'output') codeBlock.props.frame = 'none';
			},
			postprocessRenderedBlock({ codeBlock, renderData }) {
				const fence = fences.get(codeBlock);
				if (!fence) return;
				const block = renderData.blockAst as Element;
				makeValid(block);
				if (fence.run === 'shell') stripPrompts(block);
				const parts: ElementContent[] = [block];
				const note = noteOf(fence, runs[pageOf(codeBlock)]);
				if (note) parts.push(note);
				if (fence.hidden)
					renderData.blockAst = h('details', { class: 'set-up' }, [
						h(
							'summary',
							`Set-up that is not part of the lesson${fence.file ? `: ${fence.file}` : ''}`,
						),
						...parts,
					]) as never;
				else if (parts.length > 1 || fence.lang === 'output')
					renderData.blockAst = h('div', attributesOf(fence), parts) as never;
			},
		},
	});
}

/** Where a block runs, when a page has several terminals or connections. */
function sessionOf({ session, run }: Fence): string | undefined {
	if (session === undefined) return undefined;
	return `${run === 'shell' ? 'Terminal' : 'Session'} ${session}`;
}

/** What the page's scripts know of a block: whether it can be edited, and what runs it. */
function attributesOf(fence: Fence): Record<string, string> {
	if (fence.lang === 'output') return { class: 'printed' };
	return {
		class: 'program',
		...(fence.run && PLAYGROUNDS.has(fence.run) ? { 'data-runner': fence.run } : {}),
		...(fence.playground ? { 'data-playground': '' } : {}),
	};
}

function readRuns(): Runs {
	try {
		return JSON.parse(readFileSync('src/examples/runs.json', 'utf8')) as Runs;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
		throw error;
	}
}

function pageOf(block: ExpressiveCodeBlock): string {
	const path = block.parentDocument?.sourceFilePath?.replaceAll('\\', '/') ?? '';
	const at = path.lastIndexOf('src/content/docs/');
	return at === -1 ? '' : idFromPath(path.slice(at));
}

/** What stands under a block: what ran it, or why nothing did. */
function noteOf(fence: Fence, run: Runs[string] | undefined): Element | undefined {
	const note = (mark: string, className: string, text: string) =>
		h('p', { class: 'ran' }, [h('span', { class: className }, mark), h('span', text)]);
	if (fence.skip) return note('Not run here', 'not', fence.skip);
	if (fence.lang === 'output')
		return fence.varies
			? note('Printed', 'mark', 'Parts of it differ from run to run.')
			: undefined;
	if (!fence.run) return undefined;
	if (fence.waits) return note('Waits', 'not', 'for a lock that another session holds');
	const tool = run?.tools[fence.run];
	return note(
		fence.fails ? 'Fails, as it should' : 'Ran',
		'mark',
		tool ? `${tool}, ${run!.date}` : 'with the tests of this handbook',
	);
}

/** Expressive Code puts blocks (`div`) where HTML allows only words: in `code` and in `button`. */
function makeValid(node: Element, inPhrase = false): void {
	const phrase = inPhrase || node.tagName === 'code';
	if (inPhrase && node.tagName === 'div') node.tagName = 'span';
	if (node.tagName === 'button') node.children = [];
	// Its script makes every block that scrolls a region without a name; one that can be focused already is left alone.
	if (node.tagName === 'pre') Object.assign(node.properties, { tabIndex: 0, role: 'group' });
	for (const child of node.children) if (child.type === 'element') makeValid(child, phrase);
}

/** Takes the prompts, `$ ` and `> `, out of what the copy button copies. */
function stripPrompts(node: Element): void {
	const code = node.properties?.['dataCode'] ?? node.properties?.['data-code'];
	if (typeof code === 'string') {
		const key = 'dataCode' in node.properties ? 'dataCode' : 'data-code';
		node.properties[key] = code.replace(TERMINAL_PROMPT, '$1');
	}
	for (const child of node.children) if (child.type === 'element') stripPrompts(child);
}
