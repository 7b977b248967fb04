import { z } from 'astro/zod';
import { nearest } from '../roadmap/nearest.ts';
import { ProblemsError, type Problem } from '../roadmap/types.ts';
import { readData } from './data-file.ts';

const FILE = 'src/renamed.json';

/**
 * Reads the table of renamed topics: old id, then the one they have now. Readers' saved progress and shared paths follow
 * it, so an entry is never removed.
 * @param ids The ids of all topics there are.
 * @returns Old id to the one it has now, without chains.
 * @throws {ProblemsError} When an old id is in use, or a new one is not.
 */
export function parseRenamed(text: string, ids: readonly string[]): Record<string, string> {
	const renamed = readData(FILE, text, z.record(z.string(), z.string()));
	const problems: Problem[] = [];
	for (const [from, to] of Object.entries(renamed)) {
		const fault = (message: string) => problems.push({ file: FILE, message });
		if (ids.includes(from))
			fault(`“${from}” is the id of a topic, so it cannot lead to “${to}”. Remove the entry.`);
		if (to in renamed)
			fault(
				`“${from}” leads to “${to}”, which was renamed to “${renamed[to]}”. Write “${from}: ${renamed[to]}”.`,
			);
		else if (!ids.includes(to)) {
			const near = nearest(to, ids);
			fault(
				`“${from}” leads to “${to}”, which is no topic.${near ? ` Did you mean “${near}”?` : ''}`,
			);
		}
	}
	if (problems.length) throw new ProblemsError(problems);
	return renamed;
}
