import { z } from 'astro/zod';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { nearest } from '../roadmap/nearest.ts';
import type { Problem } from '../roadmap/types.ts';
import { guideSchema } from './guide.ts';
import { sectionSchema } from './section.ts';
import { topicSchema } from './topic.ts';

const DOCS = 'src/content/docs/';
const SCHEMAS = { topic: topicSchema, section: sectionSchema, guide: guideSchema } as const;

export type Kind = keyof typeof SCHEMAS;
export type Frontmatter = { [K in Kind]: { kind: K; data: z.infer<(typeof SCHEMAS)[K]> } }[Kind];

/** What kind of page a file is, by where it stands. */
export function kindOf(file: string): Kind {
	const path = file.replace(DOCS, '');
	if (path.startsWith('contributing/')) return 'guide';
	return /^[^/]+\/index\.mdx?$/.test(path) ? 'section' : 'topic';
}

/** A page's id, which is its address without the slashes: flat for topics, so that moving a file breaks no link. */
export function idFromPath(file: string): string {
	const path = file.replace(DOCS, '').replace(/\.mdx?$/, '');
	if (path.endsWith('/index')) return path.slice(0, -'/index'.length);
	return kindOf(file) === 'guide' ? path : path.slice(path.lastIndexOf('/') + 1);
}

/** The section of a topic's file: its folder. */
export const sectionFromPath = (file: string) => file.replace(DOCS, '').split('/')[0]!;

/**
 * The fields of all kinds of pages for the theme's own schema, which the editor reads too, with the
 * reading time that the loader adds. Which of them a page must have is checked by `readFrontmatter`.
 */
export const pageFields = z.object({
	...z
		.object({ ...sectionSchema.shape, ...topicSchema.shape })
		.partial()
		.omit({ title: true, description: true }).shape,
	minutes: z.number().optional().describe('Reading time. Computed: do not write it.'),
});

/**
 * Reads and checks a page's frontmatter.
 * @param file The page's path from the project's root.
 * @returns The page's fields, or every problem that they have, each with its line.
 */
export function readFrontmatter(
	file: string,
	source: string,
): { page: Frontmatter; lineOf: (path: PropertyKey[]) => number } | { problems: Problem[] } {
	const found = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source);
	if (!found)
		return {
			problems: [
				{
					file,
					line: 1,
					message:
						'the page has no frontmatter. Start it with --- and the fields title and description, and close it with ---.',
				},
			],
		};
	const counter = new LineCounter();
	const document = parseDocument(found[1]!, {
		lineCounter: counter,
		version: '1.2',
		schema: 'core',
	});
	if (document.errors.length)
		return {
			problems: document.errors.map((error) => ({
				file,
				line: (error.linePos?.[0].line ?? 0) + 1,
				message: `this frontmatter is not YAML: ${error.message.split('\n')[0]!.replace(/ at line.*$/, '')}. Values with : or # in them stand between quotation marks.`,
			})),
		};
	const lineOf = (path: PropertyKey[]) => lineIn(document, counter, path);
	const kind = kindOf(file);
	const result = SCHEMAS[kind].safeParse(document.toJS() ?? {});
	if (result.success) return { page: { kind, data: result.data } as Frontmatter, lineOf };
	const problems = result.error.issues.flatMap((issue) =>
		problemsOf(issue, kind, document, file, lineOf),
	);
	return { problems };
}

/** The file's line on which a field stands, or the nearest field above it that does. */
function lineIn(document: Document, counter: LineCounter, path: PropertyKey[]): number {
	for (let depth = path.length; depth > 0; depth--) {
		const node = document.getIn(path.slice(0, depth), true) as
			{ range?: [number, number, number] } | undefined;
		// The frontmatter's first line is the file's second.
		if (node?.range) return counter.linePos(node.range[0]).line + 1;
	}
	return 1;
}

function problemsOf(
	issue: z.core.$ZodIssue,
	kind: Kind,
	document: Document,
	file: string,
	lineOf: (path: PropertyKey[]) => number,
): Problem[] {
	const field = issue.path.map(String).join('.');
	const at = (message: string, path = issue.path): Problem => ({
		file,
		line: lineOf(path),
		message,
	});
	const value = issue.path.length ? document.getIn(issue.path) : undefined;
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => {
				const fields = fieldsAt(SCHEMAS[kind], issue.path);
				const near = nearest(key, fields);
				return at(
					`${field ? `${field}.` : ''}${key}: a ${kind} has no such field. ${near ? `Did you mean “${near}”?` : `There are ${fields.join(', ')}.`}`,
					[...issue.path, key],
				);
			});
		case 'invalid_type':
			return [
				at(
					value === undefined || value === null
						? `${field}: this field is missing. Add ${issue.path.at(-1)?.toString()}: with ${needed(issue.expected)}.`
						: `${field}: found ${shown(value)} where ${needed(issue.expected)} belongs.`,
				),
			];
		case 'invalid_value':
			return [
				at(
					value === undefined
						? `${field}: this field is missing. Choose one of ${issue.values.join(', ')}.`
						: `${field}: ${shown(value)} is none of ${issue.values.join(', ')}.${suggest(String(value), issue.values.map(String))}`,
				),
			];
		default:
			return [at(`${field}: ${issue.message}`)];
	}
}

const suggest = (name: string, names: string[]) => {
	const near = nearest(name, names);
	return near ? ` Did you mean “${near}”?` : '';
};

const needed = (type: string) =>
	({
		string: 'text',
		array: 'a list',
		object: 'fields',
		number: 'a number',
		boolean: 'true or false',
	})[type] ?? type;

function shown(value: unknown): string {
	if (typeof value === 'object') return 'a list or fields';
	return typeof value === 'string' ? `“${value}”` : String(value);
}

/** The names of the fields that a schema has at a path. */
function fieldsAt(schema: z.ZodType, path: PropertyKey[]): string[] {
	let here = schema as unknown as {
		shape?: Record<string, unknown>;
		element?: unknown;
		def?: { innerType?: unknown };
	};
	const unwrap = () => {
		while (!here.shape && !here.element && here.def?.innerType)
			here = here.def.innerType as typeof here;
	};
	unwrap();
	for (const key of path) {
		here = (typeof key === 'number' ? here.element : here.shape?.[String(key)]) as typeof here;
		unwrap();
	}
	return Object.keys(here.shape ?? {});
}
