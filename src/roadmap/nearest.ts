import { closest, distance } from 'fastest-levenshtein';

/**
 * The candidate that somebody who typed `name` most likely meant.
 * @returns Nothing when no candidate is near: within a third of the name's letters, at least two (Levenshtein's distance).
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
	if (candidates.length === 0) return undefined;
	const best = closest(name, candidates);
	const limit = Math.min(name.length - 1, Math.max(2, Math.ceil(name.length / 3)));
	return distance(name, best) <= limit ? best : undefined;
}
