import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that somebody who typed `name` most likely meant.
 * @returns Nothing when no candidate is within a third of the name's letters (Levenshtein's distance), at least one.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
	if (candidates.length === 0) return undefined;
	const best = closest(name, candidates);
	return distance(name, best) <= Math.max(1, Math.ceil(name.length / 3)) ? best : undefined;
}
