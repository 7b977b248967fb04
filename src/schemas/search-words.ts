import { z } from 'astro/zod';
import { nearest } from '../roadmap/nearest.ts';
import { ProblemsError, type Problem } from '../roadmap/types.ts';
import { readData } from './data-file.ts';

const SYNONYMS = 'src/search/synonyms.yaml';
const PHRASES = 'src/search/phrases.yaml';
const phrase = z
	.union([z.string().trim().min(1), z.number()], {
		error: 'this is no text; put it between quotes',
	})
	.transform(String);

/**
 * Reads the groups of words that mean the same to somebody who searches.
 * @throws {ProblemsError} When the file does not fit.
 */
export const parseSynonyms = (text: string): string[][] =>
	readData(SYNONYMS, text, z.strictObject({ groups: z.array(z.array(phrase).min(2)) })).groups;

/**
 * Reads what people type who look for a topic, by the topic's id.
 * @throws {ProblemsError} When the file does not fit, or names a topic that the curriculum does not have.
 */
export function parsePhrases(text: string, ids: string[]): Record<string, string[]> {
	const phrases = readData(PHRASES, text, z.record(z.string(), z.array(phrase)));
	const problems: Problem[] = Object.keys(phrases)
		.filter((id) => !ids.includes(id))
		.map((id) => {
			const near = nearest(id, ids);
			return {
				file: PHRASES,
				message: `${id}: there is no such topic.${near ? ` Did you mean “${near}”?` : ''}`,
			};
		});
	if (problems.length) throw new ProblemsError(problems);
	return phrases;
}
