import { toString } from 'mdast-util-to-string';
import type { Heading, Nodes, Root } from 'mdast';
import type { Problem } from './types.ts';

/** Ids of the frame round every page (`src/components`). */
const TAKEN = new Set([
	'around',
	'done',
	'know-first',
	'learn-now',
	'opens',
	'related',
	'search-status',
	'section-map',
	'sources',
	'topics',
	'you-will',
]);

/** The id that the author wrote behind a heading: `{#lookup}`. */
export function headingId(heading: Heading): string | undefined {
	const id = (heading.data as { hProperties?: { id?: unknown } } | undefined)?.hProperties?.id;
	return typeof id === 'string' ? id : undefined;
}

/** Checks that every heading has an id of its own, and that the headings step down one level at a time. */
export function checkHeadings(file: string, root: Root): Problem[] {
	const problems: Problem[] = [];
	const lines = new Map<string, number>();
	let above = 1;
	for (const heading of headingsOf(root)) {
		const line = heading.position?.start.line;
		const fault = (message: string) => problems.push({ file, line, message });
		const words = toString(heading);
		const id = headingId(heading);
		const example = words
			.toLowerCase()
			.split(/[^a-z0-9]+/)
			.filter((word) => word.length > 3)
			.slice(0, 2)
			.join('-');
		if (!id)
			fault(
				`the heading “${words}” has no id. Write one behind it: ${'#'.repeat(heading.depth)} ${words} {#${example}}`,
			);
		else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
			fault(`the heading id “${id}” may hold small letters, digits and hyphens only.`);
		if (id && TAKEN.has(id))
			fault(
				`the heading id “${id}” belongs to a part of every page. Choose another, such as “${example || `${id}-here`}”.`,
			);
		if (id) {
			const first = lines.get(id);
			if (first)
				fault(
					`the heading id “${id}” is used already on line ${first}. Give each heading its own.`,
				);
			else lines.set(id, line ?? 0);
		}
		if (heading.depth === 1)
			fault(
				`the heading “${words}” is of the first level, which is the page's title. Start it with ##.`,
			);
		else if (heading.depth > above + 1)
			fault(
				`the heading “${words}” skips a level: it has ${heading.depth} # under one of ${above}. Use ${above + 1}.`,
			);
		above = Math.max(heading.depth, 1);
	}
	return problems;
}

function headingsOf(node: Nodes): Heading[] {
	if (node.type === 'heading') return [node];
	return 'children' in node ? node.children.flatMap(headingsOf) : [];
}

/** Every heading that has an id, with what stands between it and the next one. */
export function headingsWithText(root: Root): { id: string; title: string; nodes: Nodes[] }[] {
	const result: { id: string; title: string; nodes: Nodes[] }[] = [];
	for (const node of root.children) {
		const id = node.type === 'heading' ? headingId(node) : undefined;
		if (node.type === 'heading' && id) result.push({ id, title: toString(node), nodes: [] });
		else result.at(-1)?.nodes.push(node);
	}
	return result;
}
