import { z } from 'astro/zod';
import { nearest } from '../roadmap/nearest.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import { ProblemsError, type Problem } from '../roadmap/types.ts';
import { readData } from './data-file.ts';

const FILE = 'src/paths.yaml';

const pathSchema = z.strictObject({
	id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and hyphens'),
	title: z.string().min(1),
	for: z.string().min(70).max(160),
	goals: z.array(z.string()).min(1),
	known: z.array(z.string()),
	pace: z.number().min(1).max(60),
});

/** A path that ships with the handbook. Its fields are described in src/paths.yaml. */
export type NamedPath = z.infer<typeof pathSchema>;

/**
 * Reads the named paths.
 * @throws {ProblemsError} When the file is not YAML, has a field that does not fit, an id twice, or a goal that the roadmap does not have.
 */
export function parsePaths(text: string, roadmap: Roadmap): NamedPath[] {
	const { paths } = readData(FILE, text, z.strictObject({ paths: z.array(pathSchema) }));
	const problems: Problem[] = [];
	const topics = roadmap.topics.map(({ id }) => id);
	const sections = roadmap.sections.map(({ id }) => id);
	const seen = new Set<string>();
	for (const { id, goals, known } of paths) {
		const fault = (message: string) => problems.push({ file: FILE, message: `${id}: ${message}` });
		if (seen.has(id)) fault('the id stands twice. Rename one of the paths.');
		seen.add(id);
		const check = (field: string, names: string[], allowed: string[], what: string) => {
			for (const name of names)
				if (!allowed.includes(name)) {
					const near = nearest(name, allowed);
					fault(
						`${field} names “${name}”, which is no ${what}.${near ? ` Did you mean “${near}”?` : ''}`,
					);
				}
		};
		check('goals', goals, [...topics, ...sections], 'topic or section');
		check('known', known, topics, 'topic');
	}
	if (problems.length) throw new ProblemsError(problems);
	return paths;
}
