import { nearest } from './nearest.ts';
import { byReadingOrder } from './order.ts';
import {
	ProblemsError,
	type Curriculum,
	type Edge,
	type Level,
	type PlannedTopic,
	type Problem,
	type Section,
	type Topic,
} from './types.ts';

/** A topic at the other end of an edge, with the edge's reason. */
export interface Neighbour {
	topic: Topic;
	because: string;
}

/** A row of a section's list: a topic with its page, or one in preparation. */
export interface ListedTopic {
	id: string;
	title: string;
	level: Level;
	topic: Topic | undefined;
	/** What the topic teaches, as the curriculum has it, in one line. */
	teaches: string;
}

/** Something that a section needs from another one. */
export interface OutsideNeed {
	id: string;
	title: string;
	section: string;
	written: boolean;
	/** The titles of the section's topics that need it. */
	neededBy: string[];
}

/** The topics and sections of the handbook, and how they depend on each other. */
export interface Graph {
	/** All topics in reading order: prerequisites always come first. */
	topics: Topic[];
	/** The sections that have a page, in the curriculum's order. */
	sections: Section[];
	topic(id: string): Topic | undefined;
	section(id: string): Section | undefined;
	/** A section's topics that have a page, in reading order. */
	topicsOf(section: string): Topic[];
	prerequisitesOf(id: string): Neighbour[];
	/** The topics that name this one as a direct prerequisite, in reading order. */
	opens(id: string): Neighbour[];
	/** All that has to be known before a topic, directly or not, without the topic itself. */
	ancestors(id: string): Set<string>;
	/** A section's topics in reading order, those in preparation after the written ones that precede them. */
	listed(section: string): ListedTopic[];
	/** The topics of other sections that a section's topics need directly. */
	needsFromOutside(section: string): OutsideNeed[];
	/** The title of a topic that is in the curriculum, written or not; the id where it is not. */
	plannedTitle(id: string): string;
}

/**
 * Builds the graph of the handbook.
 * @throws {ProblemsError} When topics, sections or edges do not fit, with every problem found.
 */
export function buildGraph(sections: Section[], topics: Topic[], curriculum: Curriculum): Graph {
	const problems = checkGraph(sections, topics, curriculum);
	if (problems.length) throw new ProblemsError(problems);

	const planned = new Map(
		curriculum.sections.flatMap((section) =>
			section.topics.map((topic) => [topic.id, { ...topic, section }] as const),
		),
	);
	const ordered = byReadingOrder(topics, curriculum);
	const byId = new Map(ordered.map((topic) => [topic.id, topic]));
	const sectionRank = new Map(curriculum.sections.map(({ id }, index) => [id, index]));
	const orderedSections = sections.toSorted(
		(a, b) =>
			(sectionRank.get(a.id) ?? Infinity) - (sectionRank.get(b.id) ?? Infinity) ||
			a.id.localeCompare(b.id),
	);
	const sectionById = new Map(orderedSections.map((section) => [section.id, section]));
	const dependants = new Map<string, Neighbour[]>();
	const ofSection = new Map<string, Topic[]>();
	for (const topic of ordered) {
		ofSection.set(topic.section, [...(ofSection.get(topic.section) ?? []), topic]);
		for (const { topic: need, because } of topic.prerequisites)
			dependants.set(need, [...(dependants.get(need) ?? []), { topic, because }]);
	}

	const graph: Graph = {
		topics: ordered,
		sections: orderedSections,
		topic: (id) => byId.get(id),
		section: (id) => sectionById.get(id),
		topicsOf: (section) => ofSection.get(section) ?? [],
		prerequisitesOf: (id) =>
			byId
				.get(id)!
				.prerequisites.map(({ topic, because }) => ({ topic: byId.get(topic)!, because })),
		opens: (id) => dependants.get(id) ?? [],
		ancestors: (id) => ancestorsOf(id, (topic) => needsOf(byId.get(topic))),
		listed(section) {
			const plan = curriculum.sections.find(({ id }) => id === section)?.topics ?? [];
			const row = (id: string, level: Level, title: string, teach: string[]): ListedTopic => ({
				id,
				title: byId.get(id)?.title ?? title,
				level: byId.get(id)?.level ?? level,
				topic: byId.get(id),
				teaches: `${teach.join(', ').replace(/^./, (letter) => letter.toUpperCase())}.`,
			});
			const written = graph.topicsOf(section).map(({ id, level, title }) => {
				const plan = planned.get(id);
				return row(id, level, title, plan?.teach ?? []);
			});
			const waiting = plan.filter(({ id }) => !byId.has(id));
			return merge(written, waiting, plan, row);
		},
		needsFromOutside(section) {
			const needs = new Map<string, OutsideNeed>();
			for (const { id, title, topic } of graph.listed(section))
				for (const need of topic ? needsOf(topic) : (planned.get(id)?.needs ?? [])) {
					const home = byId.get(need)?.section ?? planned.get(need)?.section.id;
					if (home === undefined || home === section) continue;
					const entry = needs.get(need) ?? {
						id: need,
						title: graph.plannedTitle(need),
						section: sectionById.get(home)?.title ?? planned.get(need)?.section.title ?? home,
						written: byId.has(need),
						neededBy: [],
					};
					entry.neededBy.push(title);
					needs.set(need, entry);
				}
			return [...needs.values()];
		},
		plannedTitle: (id) => byId.get(id)?.title ?? planned.get(id)?.title ?? id,
	};
	return graph;
}

/** Puts the topics in preparation where the curriculum has them among the written ones. */
function merge(
	written: ListedTopic[],
	waiting: PlannedTopic[],
	plan: PlannedTopic[],
	row: (id: string, level: Level, title: string, teach: string[]) => ListedTopic,
): ListedTopic[] {
	const place = new Map(plan.map(({ id }, index) => [id, index]));
	const rows = [...written];
	for (const { id, level, title, teach } of waiting) {
		const before = rows.findLastIndex(
			(other) => (place.get(other.id) ?? Infinity) < place.get(id)!,
		);
		rows.splice(before + 1, 0, row(id, level, title, teach));
	}
	return rows;
}

const needsOf = (topic: Topic | undefined) => topic?.prerequisites.map((edge) => edge.topic) ?? [];

/** Everything that can be reached over needs from a topic, without the topic itself. */
export function ancestorsOf(id: string, needs: (id: string) => readonly string[]): Set<string> {
	const seen = new Set<string>();
	const open = [...needs(id)];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (seen.has(next) || next === id) continue;
		seen.add(next);
		open.push(...needs(next));
	}
	return seen;
}

/** Finds everything that is wrong with topics, sections and the edges between them. */
export function checkGraph(
	sections: Section[],
	topics: Topic[],
	curriculum: Curriculum,
): Problem[] {
	const problems: Problem[] = [];
	const byId = new Map<string, Topic>();
	const sectionIds = new Map(sections.map((section) => [section.id, section]));
	for (const topic of topics) {
		const twin = byId.get(topic.id);
		if (twin)
			problems.push({
				file: topic.file,
				message: `the id “${topic.id}” is also that of ${twin.file}, so both pages want the address /${topic.id}/. Rename one of the files.`,
			});
		else byId.set(topic.id, topic);
		const section = sectionIds.get(topic.id);
		if (section)
			problems.push({
				file: topic.file,
				message: `the id “${topic.id}” is also that of the section ${section.file}, so both want the address /${topic.id}/. Rename this file.`,
			});
		if (!sectionIds.has(topic.section))
			problems.push({
				file: topic.file,
				message: `the section “${topic.section}” has no page. Write ${topic.file.replace(/[^/]+$/, 'index.mdx')} first.`,
			});
	}

	const planned = new Set(curriculum.sections.flatMap(({ topics }) => topics.map(({ id }) => id)));
	const known = [...byId.keys()];
	for (const topic of byId.values()) {
		checkPrerequisites(topic, byId, planned, known, problems);
		checkRelated(topic, byId, planned, known, problems);
	}
	const loops = cycles([...byId.values()], byId);
	for (const loop of loops) {
		const edge = byId.get(loop[0]!)!.prerequisites.find(({ topic }) => topic === loop[1]);
		problems.push({
			file: byId.get(loop[0]!)!.file,
			line: edge?.line,
			message: `these topics need each other in a circle: ${[...loop, loop[0]].join(' → ')} (${loop.map((id) => byId.get(id)!.file).join(', ')}). Remove the prerequisite that the reader can do without.`,
		});
	}
	// In a circle everything implies everything, so this would only add noise.
	if (loops.length === 0) for (const topic of byId.values()) checkImplied(topic, byId, problems);
	return problems;
}

function checkPrerequisites(
	topic: Topic,
	byId: Map<string, Topic>,
	planned: Set<string>,
	known: string[],
	problems: Problem[],
): void {
	const seen = new Map<string, Edge>();
	for (const edge of topic.prerequisites) {
		const fault = (message: string) =>
			problems.push({ file: topic.file, line: edge.line, message });
		if (edge.topic === topic.id)
			fault(`the topic names itself as a prerequisite. Remove “${edge.topic}”.`);
		else if (!byId.has(edge.topic)) fault(unknown('prerequisite', edge.topic, planned, known));
		if (seen.has(edge.topic))
			fault(
				`the prerequisite “${edge.topic}” stands here twice. Keep one, with the better reason.`,
			);
		seen.set(edge.topic, edge);
		if (edge.because.trim() === '')
			fault(
				`the prerequisite “${edge.topic}” has no reason. Say in because: what of it this page uses.`,
			);
		if (topic.level === 'foundation' && byId.get(edge.topic)?.level === 'advanced')
			fault(
				`a foundation topic needs “${edge.topic}”, which is advanced (${byId.get(edge.topic)!.file}). Remove the prerequisite, or change one of the levels.`,
			);
	}
}

function checkRelated(
	topic: Topic,
	byId: Map<string, Topic>,
	planned: Set<string>,
	known: string[],
	problems: Problem[],
): void {
	for (const edge of topic.related) {
		const fault = (message: string) =>
			problems.push({ file: topic.file, line: edge.line, message });
		if (edge.topic === topic.id)
			fault(`the topic names itself as related. Remove “${edge.topic}”.`);
		else if (!byId.has(edge.topic) && !planned.has(edge.topic))
			fault(unknown('related topic', edge.topic, planned, [...known, ...planned]));
		if (topic.prerequisites.some((need) => need.topic === edge.topic))
			fault(`“${edge.topic}” is related and a prerequisite. Keep it as a prerequisite only.`);
	}
}

function unknown(what: string, id: string, planned: Set<string>, known: string[]): string {
	if (planned.has(id))
		return `the ${what} “${id}” is in the curriculum, but its page is not written yet. Write it first: npm run new -- ${id}.`;
	const near = nearest(id, known);
	return `there is no topic “${id}” to be a ${what}.${near ? ` Did you mean “${near}”?` : ' npm run new -- --list names those without a page.'}`;
}

function checkImplied(topic: Topic, byId: Map<string, Topic>, problems: Problem[]): void {
	for (const edge of topic.prerequisites) {
		const through = topic.prerequisites.find(
			(other) =>
				other.topic !== edge.topic &&
				ancestorsOf(other.topic, (id) => needsOf(byId.get(id))).has(edge.topic),
		);
		if (through)
			problems.push({
				file: topic.file,
				line: edge.line,
				message: `the prerequisite “${edge.topic}” is implied by “${through.topic}”, which needs it already. Remove it.`,
			});
	}
}

/** One loop for each topic that closes one in a depth-first walk, each loop from its smallest id on. */
function cycles(topics: Topic[], byId: Map<string, Topic>): string[][] {
	const state = new Map<string, 'open' | 'done'>();
	const found = new Map<string, string[]>();
	for (const start of topics) {
		if (state.has(start.id)) continue;
		// An explicit stack, so that a graph of any depth can be walked.
		const path: { id: string; rest: string[] }[] = [{ id: start.id, rest: needsOf(start) }];
		state.set(start.id, 'open');
		while (path.length) {
			const here = path.at(-1)!;
			const next = here.rest.shift();
			if (next === undefined) {
				state.set(here.id, 'done');
				path.pop();
			} else if (next !== here.id && byId.has(next)) {
				if (state.get(next) === 'open') {
					const loop = path.slice(path.findIndex(({ id }) => id === next)).map(({ id }) => id);
					const least = loop.indexOf(loop.toSorted()[0]!);
					const turned = [...loop.slice(least), ...loop.slice(0, least)];
					found.set(turned.join(), turned);
				} else if (!state.has(next)) {
					state.set(next, 'open');
					path.push({ id: next, rest: needsOf(byId.get(next)) });
				}
			}
		}
	}
	return [...found.values()];
}
