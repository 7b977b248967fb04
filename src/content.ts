import { getCollection, type CollectionEntry } from 'astro:content';
import curriculumText from './curriculum.yaml?raw';
import pathsText from './paths.yaml?raw';
import renamedText from './renamed.json?raw';
import { buildGraph, type Graph } from './roadmap/graph.ts';
import { roadmapOf, type Roadmap } from './roadmap/roadmap.ts';
import type { Section, Topic } from './roadmap/types.ts';
import { parseCurriculum } from './schemas/curriculum.ts';
import { parsePaths, type NamedPath } from './schemas/paths.ts';
import { parseRenamed } from './schemas/renamed.ts';
import { kindOf, sectionFromPath } from './schemas/page.ts';

/** The handbook as pages, routes and components see it. */
export interface Handbook {
	graph: Graph;
	/** All topics in the order to read them. */
	order: Topic[];
	/** The written topics and the planned ones. */
	roadmap: Roadmap;
	/** The paths that ship with the handbook. */
	paths: NamedPath[];
}

let loaded: Promise<Handbook> | undefined;

/** The one place that loads the pages and builds the graph; a build does so once. */
export function handbook(): Promise<Handbook> {
	// While developing, pages change under the server.
	return import.meta.env.DEV ? load() : (loaded ??= load());
}

async function load(): Promise<Handbook> {
	const sections: Section[] = [];
	const topics: Topic[] = [];
	for (const entry of await getCollection('docs')) {
		const kind = kindOf(entry.filePath!);
		if (kind === 'section') sections.push(sectionOf(entry));
		else if (kind === 'topic') topics.push(topicOf(entry));
	}
	const curriculum = parseCurriculum(curriculumText);
	const graph = buildGraph(sections, topics, curriculum);
	const ids = roadmapOf(graph, curriculum).topics.map(({ id }) => id);
	const roadmap = roadmapOf(graph, curriculum, parseRenamed(renamedText, ids));
	return { graph, order: graph.topics, roadmap, paths: parsePaths(pathsText, roadmap) };
}

const sectionOf = ({ id, filePath, data }: CollectionEntry<'docs'>): Section => ({
	id,
	file: filePath!,
	title: data.title,
	description: data.description!,
	promise: data.promise!,
});

/** The loader has checked that a topic has all of a topic's fields. */
const topicOf = ({ id, filePath, data }: CollectionEntry<'docs'>): Topic => ({
	id,
	file: filePath!,
	section: sectionFromPath(filePath!),
	title: data.title,
	description: data.description!,
	level: data.level!,
	prerequisites: data.prerequisites!,
	related: data.related ?? [],
	outcomes: data.outcomes!,
	aliases: data.aliases!,
	practice: data.practice!,
	sources: data.sources!,
	reviewed: data.reviewed!,
	minutes: data.minutes!,
});
