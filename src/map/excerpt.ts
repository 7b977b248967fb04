import type { RoadmapIndex } from '../roadmap/roadmap.ts';

/** A part of the roadmap to draw: these topics, and the edges between them. */
export interface Excerpt {
	/** In an order that respects prerequisites. */
	ids: string[];
	edges: [from: string, to: string][];
}

/** The part of the roadmap that has some topics, with the edges between them. */
export function excerptOf(ids: Iterable<string>, index: RoadmapIndex): Excerpt {
	const shown = new Set(ids);
	return {
		ids: [...shown],
		edges: [...shown].flatMap((id) =>
			index
				.needs(id)
				.filter((need) => shown.has(need))
				.map((need): [string, string] => [need, id]),
		),
	};
}

/** A topic's neighbourhood: two levels of what it needs, itself, and one level of what it opens. */
export function neighbourhoodOf(id: string, index: RoadmapIndex): Excerpt {
	const needs = index.needs(id);
	const before = needs.flatMap((need) => index.needs(need));
	return excerptOf([...before, ...needs, id, ...index.opens(id)], index);
}
