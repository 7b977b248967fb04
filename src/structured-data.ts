import type { Handbook } from './content.ts';
import { addressOf } from './json.ts';
import type { Topic } from './roadmap/types.ts';
import { site } from './site.ts';

const LEVELS = { foundation: 'Beginner', core: 'Intermediate', advanced: 'Advanced' } as const;

/** What a topic's page is, for search engines and other readers of schema.org's words, as JSON-LD. */
export function structuredData(topic: Topic, { graph }: Handbook): object {
	const url = addressOf(`/${topic.id}/`);
	const section = graph.section(topic.section);
	const step = (name: string, item: string, position: number) => ({
		'@type': 'ListItem',
		position,
		name,
		item,
	});
	return {
		'@context': 'https://schema.org',
		'@graph': [
			{
				'@type': ['TechArticle', 'LearningResource'],
				'@id': url,
				url,
				headline: topic.title,
				description: topic.description,
				dateModified: topic.reviewed,
				inLanguage: 'en',
				license: 'https://creativecommons.org/licenses/by/4.0/',
				isAccessibleForFree: true,
				educationalLevel: LEVELS[topic.level],
				learningResourceType: 'handbook chapter',
				teaches: topic.outcomes,
				competencyRequired: graph
					.prerequisitesOf(topic.id)
					.map(({ topic: needed }) => needed.title),
				timeRequired: `PT${topic.minutes}M`,
				keywords: topic.aliases.join(', '),
				isPartOf: { '@type': 'Book', name: site.name, url: addressOf('/') },
				publisher: { '@type': 'Organization', name: site.name, url: addressOf('/') },
			},
			{
				'@type': 'BreadcrumbList',
				itemListElement: [
					step(site.name, addressOf('/'), 1),
					...(section ? [step(section.title, addressOf(`/${section.id}/`), 2)] : []),
					step(topic.title, url, section ? 3 : 2),
				],
			},
		],
	};
}
