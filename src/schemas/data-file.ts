import type { z } from 'astro/zod';
import { parse } from 'yaml';
import { ProblemsError } from '../roadmap/types.ts';

/**
 * Reads a data file written in YAML and checks it.
 * @param file Its path from the project's root, for messages.
 * @throws {ProblemsError} When it is not YAML, or has fields that do not fit, each named by the ids on the way to it: `internet/dns level`.
 */
export function readData<T extends z.ZodType>(file: string, text: string, schema: T): z.infer<T> {
	let data: unknown;
	try {
		data = parse(text);
	} catch (error) {
		throw new ProblemsError([
			{ file, message: `this is not YAML: ${(error as Error).message.split('\n')[0]}` },
		]);
	}
	const result = schema.safeParse(data);
	if (!result.success)
		throw new ProblemsError(
			result.error.issues.map(({ path, message }) => ({
				file,
				message: `${nameOf(data, path)}: ${message}.`,
			})),
		);
	return result.data;
}

/** A place in the data by ids rather than by numbers; what only groups entries is left out. */
function nameOf(data: unknown, path: PropertyKey[]): string {
	const names: string[] = [];
	let here = data as Record<PropertyKey, unknown> | undefined;
	for (const [at, key] of path.entries()) {
		here = here?.[key] as typeof here;
		if (typeof key === 'number') {
			const id = (here as { id?: unknown } | undefined)?.id;
			names.push(String(id ?? key));
		} else if (typeof path[at + 1] !== 'number' || !Array.isArray(here) || !here.some(hasId))
			names.push(String(key));
	}
	return names.join('/') || path.map(String).join('/') || 'the file';
}

const hasId = (entry: unknown) => typeof entry === 'object' && entry !== null && 'id' in entry;
