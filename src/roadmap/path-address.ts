import type { PlanRequest } from './plan.ts';
import { isDay } from './schedule.ts';

/** Everything that a planned path depends on, as it stands in the address of the page. */
export interface PathState extends PlanRequest {
	goals: string[];
	known: string[];
	/** Hours a week, 1 to 60. */
	pace: number;
	/** The first day, such as `2026-12-01`. */
	from: string;
}

const DEFAULT_PACE = 5;

/** Reads a path's state from the query of an address; what does not fit is left at its default. */
export function readPathAddress(query: string, today: string): PathState {
	const params = new URLSearchParams(query);
	const list = (name: string) => [
		...new Set(
			(params.get(name) ?? '')
				.split(',')
				.map((id) => id.trim())
				.filter(Boolean)
				.slice(0, 500),
		),
	];
	const pace = Number(params.get('pace'));
	const from = params.get('from') ?? '';
	return {
		goals: list('goal'),
		known: list('known'),
		pace: pace >= 1 && pace <= 60 ? pace : DEFAULT_PACE,
		from: isDay(from) ? from : today,
	};
}

/** Writes a path's state as the query of an address. The same state always gives the same text. */
export function writePathAddress({ goals, known, pace, from }: PathState): string {
	const list = (ids: string[]) => ids.map(encodeURIComponent).join(',');
	return [
		`goal=${list(goals)}`,
		...(known.length ? [`known=${list(known)}`] : []),
		`pace=${pace}`,
		`from=${from}`,
	].join('&');
}
