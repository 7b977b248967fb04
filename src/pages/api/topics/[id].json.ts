import type { APIRoute, GetStaticPaths } from 'astro';
import { handbook } from '../../../content.ts';
import { addressOf, json } from '../../../json.ts';
import type { Neighbour } from '../../../roadmap/graph.ts';
import { API_VERSION, type TopicDocument } from '../../../schemas/api.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await handbook()).graph.topics.map(({ id }) => ({ params: { id } }));

const neighbour = ({ topic, because }: Neighbour) => ({
	topic: topic.id,
	because,
	title: topic.title,
	url: addressOf(`/${topic.id}/`),
});

/** A topic as data. */
export const GET: APIRoute = async ({ params }) => {
	const { graph } = await handbook();
	const topic = graph.topic(params['id']!)!;
	const before = graph.ancestors(topic.id);
	return json({
		$schema: addressOf('/api/topic.schema.json'),
		version: API_VERSION,
		id: topic.id,
		title: topic.title,
		description: topic.description,
		section: topic.section,
		level: topic.level,
		url: addressOf(`/${topic.id}/`),
		minutes: topic.minutes,
		practice: topic.practice,
		outcomes: topic.outcomes,
		aliases: topic.aliases,
		prerequisites: graph.prerequisitesOf(topic.id).map(neighbour),
		allPrerequisites: graph.topics.flatMap(({ id }) => (before.has(id) ? id : [])),
		opens: graph.opens(topic.id).map(neighbour),
		related: topic.related.map(({ topic, because }) => ({ topic, because })),
		sources: topic.sources,
		reviewed: topic.reviewed,
	} satisfies TopicDocument);
};
