import { indexOf, type Roadmap, type RoadmapTopic } from './roadmap.ts';

/** A topic that a reader can learn now, and why this one. */
export interface Suggestion {
	topic: RoadmapTopic;
	reason: string;
}

/** What a suggestion starts from. */
export interface Standing {
	/** Ids of topics that the reader knows. */
	known: Iterable<string>;
	/** Ids of topics or sections that the reader wants to reach. */
	goals: readonly string[];
	/** The topic whose page is being read, which counts as known. */
	after?: string | undefined;
}

/**
 * What to learn now: published topics whose prerequisites are all known, the nearest to a goal first, then those
 * that the page just read opens, then by reading order.
 * @param limit How many at most.
 */
export function suggest(roadmap: Roadmap, standing: Standing, limit = 3): Suggestion[] {
	const index = indexOf(roadmap);
	const now = (id: string) => roadmap.renamed[id] ?? id;
	const known = index.closure([
		...[...standing.known].map(now),
		...(standing.after ? [now(standing.after)] : []),
	]);
	const goals = standing.goals
		.map(now)
		.flatMap(
			(id) =>
				roadmap.sections.find((section) => section.id === id)?.topics.map(({ id }) => id) ?? id,
		)
		.filter((id) => index.topic(id) && !known.has(id));
	const towards = stepsToGoals(goals, index.needs);
	const after = standing.after && now(standing.after);
	const candidates = roadmap.topics.filter(
		({ id, status, prerequisites }) =>
			status === 'published' &&
			!known.has(id) &&
			prerequisites.every(({ topic }) => known.has(topic)),
	);
	const rank = ({ id, prerequisites }: RoadmapTopic): [number, number] => [
		towards.get(id)?.distance ?? Infinity,
		prerequisites.some(({ topic }) => topic === after) ? 0 : 1,
	];
	return candidates
		.map((topic, place) => ({ topic, place, rank: rank(topic) }))
		.sort((a, b) => compare(a.rank[0], b.rank[0]) || a.rank[1] - b.rank[1] || a.place - b.place)
		.slice(0, limit)
		.map(({ topic }) => ({ topic, reason: reason(topic) }));

	function reason(topic: RoadmapTopic): string {
		const way = towards.get(topic.id);
		if (way?.distance === 0) return 'It is your goal, and you know all that it needs.';
		if (way) {
			const next = index.topic(way.next!)!;
			const because = next.prerequisites.find((edge) => edge.topic === topic.id)?.because;
			return `On the way to ${index.topic(way.goal)!.title}: ${next.title} needs it.${because ? ` ${because}` : ''}`;
		}
		const edge =
			topic.prerequisites.find((edge) => edge.topic === after) ?? topic.prerequisites.at(-1);
		return edge
			? `It builds on ${index.topic(edge.topic)!.title}.${edge.because ? ` ${edge.because}` : ''}`
			: 'It needs nothing first.';
	}
}

/** Infinity minus itself is not a number, so that a subtraction cannot compare distances. */
const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** For every topic that some goal needs: how many edges to the nearest goal, and the next topic on the way. */
function stepsToGoals(goals: string[], needs: (id: string) => string[]) {
	const found = new Map<string, { distance: number; goal: string; next: string | undefined }>(
		goals.map((goal) => [goal, { distance: 0, goal, next: undefined }]),
	);
	// Breadth first: a Map is walked in the order of insertion, also of what is inserted meanwhile.
	for (const [id, { distance, goal }] of found)
		for (const need of needs(id))
			if (!found.has(need)) found.set(need, { distance: distance + 1, goal, next: id });
	return found;
}
