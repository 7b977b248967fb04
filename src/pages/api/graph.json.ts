import { handbook } from '../../content.ts';
import { addressOf, json } from '../../json.ts';
import { API_VERSION, type GraphDocument } from '../../schemas/api.ts';
import { site } from '../../site.ts';

/** The prerequisite graph as data, for readers of it and for the handbook's own planner. */
export async function GET() {
	const { graph, roadmap } = await handbook();
	return json({
		$schema: addressOf('/api/graph.schema.json'),
		version: API_VERSION,
		title: site.name,
		url: addressOf('/'),
		license: 'CC-BY-4.0',
		renamed: roadmap.renamed,
		sections: roadmap.sections.map((section) => ({
			...section,
			url: graph.section(section.id) ? addressOf(`/${section.id}/`) : null,
		})),
		topics: roadmap.topics.map((topic) => ({
			...topic,
			url: topic.status === 'published' ? addressOf(`/${topic.id}/`) : null,
		})),
	} satisfies GraphDocument);
}
