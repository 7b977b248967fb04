import { z } from 'astro/zod';
import { nearest } from '../roadmap/nearest.ts';
import { ProblemsError, type Problem } from '../roadmap/types.ts';
import { readData } from './data-file.ts';

const termSchema = z.strictObject({
	term: z.string().trim().min(1),
	is: z
		.string()
		.trim()
		.min(20, 'say in one sentence what it is')
		.max(220, 'keep it to one sentence of at most 220 characters')
		.regex(/\.$/, 'end the sentence with a full stop'),
	topic: z.string(),
	at: z.string().optional(),
	also: z.array(z.string().trim().min(1)).default([]),
});

/** A word of the field in one sentence, with the topic that owns it. */
export type GlossaryTerm = z.infer<typeof termSchema>;

/**
 * Reads a section's part of the glossary, `src/content/glossary/<section>.yaml`.
 * @param headings The ids of the headings of each topic's page; a topic that has none has no page yet.
 * @throws {ProblemsError} When a field does not fit, a topic or a heading is not there, or a name stands twice.
 */
export function parseGlossary(
	files: { file: string; text: string }[],
	topics: string[],
	headings: Map<string, string[]>,
): GlossaryTerm[] {
	const problems: Problem[] = [];
	const all: GlossaryTerm[] = [];
	const seen = new Map<string, string>();
	for (const { file, text } of files) {
		const { terms } = readData(file, text, z.strictObject({ terms: z.array(termSchema) }));
		for (const term of terms) {
			const fault = (message: string) =>
				problems.push({ file, message: `${term.term}: ${message}` });
			if (!topics.includes(term.topic)) {
				const near = nearest(term.topic, topics);
				fault(`there is no topic “${term.topic}”.${near ? ` Did you mean “${near}”?` : ''}`);
			}
			const known = headings.get(term.topic);
			if (term.at && known && !known.includes(term.at)) {
				const near = nearest(term.at, known);
				fault(
					`the page /${term.topic}/ has no heading “${term.at}”.${near ? ` Did you mean “${near}”?` : ''}`,
				);
			}
			for (const name of [term.term, ...term.also]) {
				const key = name.toLowerCase();
				const first = seen.get(key);
				if (first) fault(`“${name}” stands already under “${first}”. Keep one.`);
				seen.set(key, term.term);
			}
			all.push(term);
		}
	}
	if (problems.length) throw new ProblemsError(problems);
	return all.toSorted((a, b) => a.term.localeCompare(b.term, 'en', { sensitivity: 'base' }));
}
