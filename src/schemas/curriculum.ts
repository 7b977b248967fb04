import { z } from 'astro/zod';
import { ancestorsOf } from '../roadmap/graph.ts';
import { nearest } from '../roadmap/nearest.ts';
import { LEVELS, ProblemsError, type Curriculum, type Problem } from '../roadmap/types.ts';
import { readData } from './data-file.ts';

const FILE = 'src/curriculum.yaml';

const curriculumSchema = z.strictObject({
	sections: z.array(
		z.strictObject({
			id: z.string(),
			title: z.string(),
			promise: z.string(),
			topics: z.array(
				z.strictObject({
					id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
					title: z.string(),
					level: z.enum(LEVELS),
					needs: z.array(z.string()),
					teach: z.array(z.string()).min(1),
					show: z.string(),
				}),
			),
		}),
	),
});

/**
 * Reads the curriculum.
 * @throws {ProblemsError} When it is not YAML, has a field that does not fit, or its needs are unknown, circular or implied.
 */
export function parseCurriculum(text: string): Curriculum {
	const curriculum = readData(FILE, text, curriculumSchema);
	const problems = checkNeeds(curriculum);
	if (problems.length) throw new ProblemsError(problems);
	return curriculum;
}

function checkNeeds({ sections }: Curriculum): Problem[] {
	const topics = sections.flatMap((section) => section.topics);
	const ids = topics.map(({ id }) => id);
	const needs = new Map(topics.map((topic) => [topic.id, topic.needs]));
	const needsOf = (id: string) => needs.get(id) ?? [];
	const problems: Problem[] = [];
	const fault = (message: string) => problems.push({ file: FILE, message });
	const taken = new Set<string>(sections.map(({ id }) => id));
	for (const { id } of topics) {
		if (taken.has(id)) fault(`the id “${id}” stands twice, or is a section's too. Rename one.`);
		taken.add(id);
	}
	for (const topic of topics)
		for (const need of topic.needs) {
			if (!needs.has(need)) {
				const near = nearest(need, ids);
				fault(
					`${topic.id} needs “${need}”, which does not exist.${near ? ` Did you mean “${near}”?` : ''}`,
				);
			} else if (need === topic.id || ancestorsOf(need, needsOf).has(topic.id))
				fault(
					`${topic.id} needs “${need}”, which needs ${topic.id} in turn. Remove one of the two.`,
				);
			else {
				const through = topic.needs.find(
					(other) => other !== need && ancestorsOf(other, needsOf).has(need),
				);
				if (through) fault(`${topic.id} needs “${need}”, which “${through}” implies. Remove it.`);
			}
		}
	return problems;
}
