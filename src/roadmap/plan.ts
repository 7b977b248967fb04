import { PRACTICE_MINUTES } from './effort.ts';
import { byReadingOrder } from './order.ts';
import { indexOf, type Roadmap, type RoadmapTopic } from './roadmap.ts';

/** What a reader wants to reach and knows already: ids of topics, or of sections for all their topics. */
export interface PlanRequest {
	goals: readonly string[];
	known: readonly string[];
}

/** One topic of a path, and why it is there. */
export interface PlanStep {
	topic: RoadmapTopic;
	/** Whether the reader asked for it. */
	goal: boolean;
	/** The later steps that name it as a direct prerequisite, with their reasons. */
	for: { topic: RoadmapTopic; because: string | null }[];
}

/** The shortest way to some goals. */
export interface Plan {
	steps: PlanStep[];
	/** The goals, as topics, that are left to learn. */
	goals: RoadmapTopic[];
	/** The goals that the reader knows already. */
	reached: RoadmapTopic[];
	/** Minutes of reading, without the topics that have no page yet. */
	readingMinutes: number;
	/** Minutes of exercises, as estimated by PRACTICE_MINUTES. */
	practiceMinutes: number;
	/** How many of the steps have no page yet. */
	planned: number;
	/** Ids of the request that the roadmap does not have. */
	unknown: string[];
}

/**
 * Plans the shortest path to some goals: all that they need and the reader does not know, each once,
 * prerequisites first, sections kept together. Knowing a topic counts as knowing what it needs.
 * The same for the same request in whatever order; linear in the size of the path but for sorting.
 */
export function planPath(roadmap: Roadmap, request: PlanRequest): Plan {
	const index = indexOf(roadmap);
	const unknown = new Set<string>();
	const resolve = (ids: readonly string[]) =>
		ids.flatMap((asked) => {
			const id = roadmap.renamed[asked] ?? asked;
			if (index.topic(id)) return [id];
			const section = roadmap.sections.find((section) => section.id === id);
			if (!section) unknown.add(asked);
			return section?.topics.map(({ id }) => id) ?? [];
		});
	const wanted = new Set(resolve(request.goals));
	const known = index.closure(resolve(request.known));
	const left = [...index.closure(wanted)].filter((id) => !known.has(id));
	const topics = byReadingOrder(
		left.map((id) => index.topic(id)!),
		roadmap,
	);
	const onPath = new Set(left);
	const place = new Map(topics.map(({ id }, at) => [id, at]));
	const steps = topics.map((topic): PlanStep => ({
		topic,
		goal: wanted.has(topic.id),
		for: index
			.opens(topic.id)
			.filter((id) => onPath.has(id))
			.sort((a, b) => place.get(a)! - place.get(b)!)
			.map((id) => ({
				topic: index.topic(id)!,
				because:
					index.topic(id)!.prerequisites.find((edge) => edge.topic === topic.id)?.because ?? null,
			})),
	}));
	const inOrder = (ids: Iterable<string>) =>
		byReadingOrder(
			[...ids].map((id) => index.topic(id)!),
			roadmap,
		);
	return {
		steps,
		goals: inOrder([...wanted].filter((id) => !known.has(id))),
		reached: inOrder([...wanted].filter((id) => known.has(id))),
		readingMinutes: topics.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
		practiceMinutes: topics.reduce(
			(sum, { practice }) => sum + (practice ? PRACTICE_MINUTES[practice] : 0),
			0,
		),
		planned: topics.filter(({ status }) => status === 'planned').length,
		unknown: [...unknown].sort(),
	};
}

/** Why a step is on the path, in one sentence. */
export function reasonFor(step: PlanStep): string {
	const [first, ...others] = step.for;
	if (!first) return 'Your goal.';
	const more = others.length
		? ` Also for ${others.map(({ topic }) => topic.title).join(', ')}.`
		: '';
	return `${step.goal ? 'Your goal. ' : ''}You need this for ${first.topic.title}${first.because ? `: ${first.because}` : '.'}${more}`;
}
