import { amountOf, readingMinutes } from './roadmap/reading-time.ts';
import { buildGraph, checkGraph, type Graph } from './roadmap/graph.ts';
import { nearest } from './roadmap/nearest.ts';
import {
	ProblemsError,
	type Curriculum,
	type Problem,
	type Section,
	type Topic,
} from './roadmap/types.ts';
import { checkPage, type PageReading } from './markdown/check-page.ts';
import { parsePage } from './markdown/parse.ts';
import { parseCurriculum } from './schemas/curriculum.ts';
import { idFromPath, readFrontmatter, sectionFromPath } from './schemas/page.ts';

/** A page's file as it stands on disk, its path from the project's root. */
export interface SourceFile {
	file: string;
	source: string;
}

/** The pages, read and checked. */
export interface HandbookReading {
	graph: Graph;
	/** What is computed of a page's text, by the page's id. */
	derived: Map<string, { minutes: number }>;
}

/**
 * Reads all pages and checks whatever can be wrong with them: frontmatter, graph, headings, components,
 * questions, diagrams, code fences and links.
 * @throws {ProblemsError} With every problem of every page.
 */
export function readHandbook(files: SourceFile[], curriculumText: string): HandbookReading {
	const curriculum = parseCurriculum(curriculumText);
	const problems: Problem[] = [];
	const topics: Topic[] = [];
	const sections: Section[] = [];
	const readings: PageReading[] = [];
	const derived = new Map<string, { minutes: number }>();
	for (const { file, source } of files.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
		const front = readFrontmatter(file, source);
		let minutes = 1;
		try {
			const root = parsePage(file, source);
			minutes = readingMinutes(amountOf(root));
			const reading = checkPage(file, root);
			readings.push(reading);
			problems.push(...reading.problems);
		} catch (error) {
			if (!(error instanceof ProblemsError)) throw error;
			problems.push(...error.problems);
		}
		if ('problems' in front) {
			problems.push(...front.problems);
			continue;
		}
		const id = idFromPath(file);
		derived.set(id, { minutes });
		const { page, lineOf } = front;
		const withLines = (edges: { topic: string; because: string }[], field: string) =>
			edges.map((edge, index) => ({ ...edge, line: lineOf([field, index, 'topic']) }));
		if (page.kind === 'topic')
			topics.push({
				...page.data,
				id,
				file,
				minutes,
				section: sectionFromPath(file),
				prerequisites: withLines(page.data.prerequisites, 'prerequisites'),
				related: withLines(page.data.related, 'related'),
			});
		else if (page.kind === 'section') sections.push({ ...page.data, id, file });
	}
	// While a page's own fields are wrong, what others say of it would be reported wrongly.
	if (!problems.length) {
		problems.push(...checkGraph(sections, topics, curriculum));
		problems.push(...checkLinks(readings, curriculum));
	}
	if (problems.length) throw new ProblemsError(problems);
	return { graph: buildGraph(sections, topics, curriculum), derived };
}

/** Checks that every link of a page leads to a page and, where it names one, to a heading there. */
function checkLinks(readings: PageReading[], curriculum: Curriculum): Problem[] {
	const problems: Problem[] = [];
	const headings = new Map(
		readings.map(({ file, headings }) => [idFromPath(file), headings.map(({ id }) => id)]),
	);
	const planned = new Set(curriculum.sections.flatMap(({ topics }) => topics.map(({ id }) => id)));
	for (const { file, links } of readings)
		for (const { page, fragment, term, line } of links) {
			const id = page || idFromPath(file);
			const ids = headings.get(id);
			const fault = (message: string) => problems.push({ file, line, message });
			if (!ids) {
				if (term && planned.has(id)) continue;
				const near = nearest(id, [...headings.keys(), ...(term ? planned : [])]);
				fault(
					planned.has(id)
						? `the page /${id}/ is not written yet. Use <Term topic="${id}">, which links once it is.`
						: `there is no page /${id}/.${near ? ` Did you mean /${near}/?` : ''}`,
				);
			} else if (fragment !== undefined && !ids.includes(fragment)) {
				const near = nearest(fragment, ids);
				fault(
					`the page /${id}/ has no heading with the id “${fragment}”.${near ? ` Did you mean “${near}”?` : ` It has ${ids.join(', ')}.`}`,
				);
			}
		}
	return problems;
}
