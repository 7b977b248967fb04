import type { Code, Heading, Link, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { toString } from 'mdast-util-to-string';
import { checkHeadings, headingId } from '../roadmap/headings.ts';
import { nearest } from '../roadmap/nearest.ts';
import type { Problem } from '../roadmap/types.ts';
import { AUTHOR_COMPONENTS } from './components.ts';
import { diagramFault } from './diagram-syntax.ts';
import { diagramAlt, drawDiagram } from './diagram.ts';
import { FenceError, parseFence } from './fence.ts';
import { ListingError, readBlock } from './listing.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** A link from a page to a place in the handbook. */
export interface PageLink {
	/** The topic, section or guide that it leads to; empty for this page. */
	page: string;
	/** The heading's id there, if the link names one. */
	fragment: string | undefined;
	/** A `<Term>` may lead to a topic that is not written yet; a link may not. */
	term: boolean;
	line: number;
}

/** What a page says of itself beyond its frontmatter. */
export interface PageReading {
	file: string;
	headings: { id: string; text: string; depth: number; line: number }[];
	links: PageLink[];
	problems: Problem[];
}

/**
 * Reads a page's body and checks all that can be known from the page alone: headings, components,
 * questions, diagrams and code fences.
 */
export function checkPage(file: string, root: Root): PageReading {
	const reading: PageReading = {
		file,
		headings: [],
		links: [],
		problems: checkHeadings(file, root),
	};
	const questions = new Map<string, number>();
	const explained: { see: string; line: number }[] = [];

	walk(root, (node) => {
		const line = node.position?.start.line ?? 0;
		const fault = (message: string) => reading.problems.push({ file, line, message });
		switch (node.type) {
			case 'heading':
				reading.headings.push(headingOf(node, line));
				break;
			case 'link':
				readLink(node, line, reading, fault);
				break;
			case 'table':
				if (node.children[0]?.children.some((cell) => toString(cell).trim() === ''))
					fault('a column of this table has no heading. Write what its cells have in common.');
				break;
			case 'code':
				checkCode(node, line, reading);
				break;
			case 'mdxJsxFlowElement':
			case 'mdxJsxTextElement': {
				const element = node as unknown as Element;
				checkComponent(element, fault);
				if (element.name === 'Term') readTerm(element, line, reading, fault);
				if (element.name === 'Question') {
					checkQuestion(element, line, questions, fault);
					const see = attribute(element, 'see');
					if (see) explained.push({ see, line });
				}
				break;
			}
		}
	});

	const ids = reading.headings.map(({ id }) => id);
	for (const { see, line } of explained)
		if (!ids.includes(see))
			reading.problems.push({
				file,
				line,
				message: `this question says see="${see}", but no heading of the page has that id.${suggestion(see, ids)}`,
			});
	return reading;
}

function walk(node: Nodes, visit: (node: Nodes) => void): void {
	visit(node);
	if ('children' in node) for (const child of node.children) walk(child, visit);
}

const headingOf = (node: Heading, line: number) => ({
	id: headingId(node) ?? '',
	text: toString(node),
	depth: node.depth,
	line,
});

const suggestion = (name: string, candidates: readonly string[]) => {
	const near = nearest(name, candidates);
	return near ? ` Did you mean “${near}”?` : '';
};

/** The literal value of an element's attribute; `true` where it stands without one. */
function attribute(element: Element, name: string): string | undefined {
	const found = element.attributes.find((a) => a.type === 'mdxJsxAttribute' && a.name === name);
	if (!found || found.type !== 'mdxJsxAttribute') return undefined;
	return typeof found.value === 'string' ? found.value : '';
}

function readLink(
	node: Link,
	line: number,
	reading: PageReading,
	fault: (message: string) => void,
): void {
	const { url } = node;
	if (/^[a-z][a-z+.-]*:/i.test(url)) return;
	if (url.startsWith('#')) {
		reading.links.push({ page: '', fragment: url.slice(1), term: false, line });
		return;
	}
	const [, page, fragment] = /^\/([a-z0-9/-]+)\/(?:#(.+))?$/.exec(url) ?? [];
	if (!page)
		return fault(
			`the link “${url}” is not an address of the handbook. Write /<topic>/ or /<topic>/#<heading id>, with the slash before the #.`,
		);
	reading.links.push({ page, fragment, term: false, line });
}

function readTerm(
	element: Element,
	line: number,
	reading: PageReading,
	fault: (message: string) => void,
): void {
	const topic = attribute(element, 'topic');
	if (!topic) return fault('this <Term> names no topic. Write <Term topic="dns">resolver</Term>.');
	reading.links.push({ page: topic, fragment: attribute(element, 'at'), term: true, line });
}

function checkComponent(element: Element, fault: (message: string) => void): void {
	const { name } = element;
	if (!name || !/^[A-Z]/.test(name)) return;
	if (!(AUTHOR_COMPONENTS as readonly string[]).includes(name))
		fault(
			`<${name}> is not a component.${suggestion(name, AUTHOR_COMPONENTS)} There are ${AUTHOR_COMPONENTS.join(', ')}.`,
		);
}

function checkQuestion(
	element: Element,
	line: number,
	questions: Map<string, number>,
	fault: (message: string) => void,
): void {
	const id = attribute(element, 'id');
	if (!id || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
		return fault('this <Question> needs an id of small letters, digits and hyphens: id="old-ttl".');
	const first = questions.get(id);
	if (first) fault(`the question id “${id}” is used already on line ${first}. Give each its own.`);
	else questions.set(id, line);
	if (!attribute(element, 'see'))
		fault(
			`the question “${id}” does not say see="<heading id>": where the page explains its answer.`,
		);
	const inside: Element[] = [];
	walk(element as unknown as Nodes, (node) => {
		if (node.type.startsWith('mdxJsx')) inside.push(node as unknown as Element);
	});
	const choices = inside.filter(({ name }) => name === 'Choice');
	const answers = inside.filter(({ name }) => name === 'Answer').length;
	const right = choices.filter((choice) => attribute(choice, 'correct') !== undefined).length;
	if (choices.length === 0 && answers !== 1)
		fault(`the question “${id}” has no answer. Give it <Choice>s, or one <Answer>.`);
	else if (choices.length === 1)
		fault(`the question “${id}” has one choice only. Give it two or more.`);
	else if (choices.length > 1 && right !== 1)
		fault(`the question “${id}” has ${right} choices marked correct. Mark exactly one.`);
	for (const choice of choices)
		if (!attribute(choice, 'text'))
			fault(`a choice of the question “${id}” has no text. Write <Choice text="...">.`);
}

function checkCode(node: Code, line: number, reading: PageReading): void {
	const fault = (message: string, at = line) =>
		reading.problems.push({ file: reading.file, line: at, message });
	if (node.lang === 'mermaid') {
		if (!diagramAlt(node.meta))
			fault(
				'this diagram has no text alternative. Write ```mermaid alt="What it shows, in a sentence."',
			);
		const wrong = diagramFault(node.value);
		if (wrong) return void fault(wrong.message, line + wrong.line);
		try {
			drawDiagram(node.value, 'd', '');
		} catch (cause) {
			fault(
				`this diagram cannot be drawn: ${cause instanceof Error ? cause.message : String(cause)}`,
			);
		}
		return;
	}
	try {
		const { from } = parseFence(node.lang ?? '', node.meta ?? '');
		if (from !== undefined) readBlock(from, node.value);
	} catch (error) {
		if (!(error instanceof FenceError || error instanceof ListingError)) throw error;
		fault(error.message);
	}
}
