import type { Graph } from './graph.ts';
import { byReadingOrder } from './order.ts';
import type { Curriculum, Level, Topic } from './types.ts';

/** A topic as paths, maps and suggestions see it, whether or not its page is written. */
export interface RoadmapTopic {
	id: string;
	title: string;
	section: string;
	level: Level;
	/** A planned topic has no page yet, and so no time and no reasons. */
	status: 'published' | 'planned';
	/** Reading time in minutes. */
	minutes: number | null;
	practice: Topic['practice'] | null;
	prerequisites: { topic: string; because: string | null }[];
}

/** The whole roadmap: every topic of the handbook and of the plan, and what needs what. */
export interface Roadmap {
	sections: { id: string; title: string; topics: { id: string }[] }[];
	/** In reading order: prerequisites always come first. */
	topics: RoadmapTopic[];
	/** The ids that topics had before, with those they have now. */
	renamed: Record<string, string>;
}

/** Joins the written topics with those that the curriculum plans. */
export function roadmapOf(
	graph: Graph,
	curriculum: Curriculum,
	renamed: Record<string, string> = {},
): Roadmap {
	const planned = curriculum.sections.flatMap((section) =>
		section.topics
			.filter(({ id }) => !graph.topic(id))
			.map(({ id, title, level, needs }): RoadmapTopic => ({
				id,
				title,
				section: section.id,
				level,
				status: 'planned',
				minutes: null,
				practice: null,
				prerequisites: needs.map((topic) => ({ topic, because: null })),
			})),
	);
	const published = graph.topics.map(
		({ id, title, section, level, minutes, practice, prerequisites }): RoadmapTopic => ({
			id,
			title,
			section,
			level,
			status: 'published',
			minutes,
			practice,
			prerequisites: prerequisites.map(({ topic, because }) => ({ topic, because })),
		}),
	);
	const topics = byReadingOrder([...published, ...planned], curriculum);
	const titles = new Map([...curriculum.sections, ...graph.sections].map((s) => [s.id, s.title]));
	const sections = [...titles].map(([id, title]) => ({
		id,
		title,
		topics: topics.filter(({ section }) => section === id).map(({ id }) => ({ id })),
	}));
	return { sections, topics, renamed };
}

/** Looks topics up by id, along either direction of the edges. */
export interface RoadmapIndex {
	topic(id: string): RoadmapTopic | undefined;
	/** Direct prerequisites. */
	needs(id: string): string[];
	/** The topics that name this one as a direct prerequisite, in reading order. */
	opens(id: string): string[];
	/** These topics and all that they need, directly or not. */
	closure(ids: Iterable<string>): Set<string>;
}

/** Makes a roadmap quick to ask: one walk over it. */
export function indexOf(roadmap: Pick<Roadmap, 'topics'>): RoadmapIndex {
	const byId = new Map(roadmap.topics.map((topic) => [topic.id, topic]));
	const opens = new Map<string, string[]>();
	for (const { id, prerequisites } of roadmap.topics)
		for (const { topic } of prerequisites) {
			const list = opens.get(topic);
			if (list) list.push(id);
			else opens.set(topic, [id]);
		}
	const needs = (id: string) => byId.get(id)?.prerequisites.map(({ topic }) => topic) ?? [];
	return {
		topic: (id) => byId.get(id),
		needs,
		opens: (id) => opens.get(id) ?? [],
		closure(ids) {
			const seen = new Set<string>();
			const open = [...ids];
			for (let id = open.pop(); id !== undefined; id = open.pop()) {
				if (seen.has(id) || !byId.has(id)) continue;
				seen.add(id);
				open.push(...needs(id));
			}
			return seen;
		},
	};
}
