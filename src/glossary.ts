import { handbook } from './content.ts';
import { headingsWithText } from './roadmap/headings.ts';
import { parsePage } from './markdown/parse.ts';
import { parseGlossary, type GlossaryTerm } from './schemas/glossary.ts';
import { readFileSync } from 'node:fs';

const files = import.meta.glob<string>('./content/glossary/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
});

let loaded: Promise<GlossaryTerm[]> | undefined;

/** The terms of all sections, from A to Z. */
export const glossary = (): Promise<GlossaryTerm[]> => (loaded ??= load());

async function load(): Promise<GlossaryTerm[]> {
	const { graph, roadmap } = await handbook();
	const headings = new Map(
		graph.topics.map(({ id, file }) => [
			id,
			headingsWithText(parsePage(file, readFileSync(file, 'utf8'))).map((heading) => heading.id),
		]),
	);
	return parseGlossary(
		Object.entries(files).map(([path, text]) => ({ file: path.replace('./', 'src/'), text })),
		roadmap.topics.map(({ id }) => id),
		headings,
	);
}
