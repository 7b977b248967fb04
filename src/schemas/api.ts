import { z } from 'astro/zod';
import { LEVELS } from '../roadmap/types.ts';

/** The version of both documents; a field may be added without raising it, none is removed or changed. */
export const API_VERSION = 1;

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const url = z.url();
const version = z.literal(API_VERSION).describe('The version of this format.');
const schema = z.url().describe('The JSON Schema of this document.');
const level = z.enum(LEVELS).describe('How deep the topic goes.');
const practice = z
	.enum(['small', 'medium', 'large'])
	.describe('The effort of the exercise: minutes, about an hour, an evening or more.');
const edge = z.object({
	topic: id.describe('The id of the other topic.'),
	because: z.string().nullable().describe('The reason; null while one of both is planned.'),
});

/** /api/graph.json: every topic and what it needs. */
export const graphSchema = z
	.object({
		$schema: schema,
		version,
		title: z.string(),
		url: url.describe('The front page of the handbook.'),
		license: z.literal('CC-BY-4.0').describe('The licence of this document (an SPDX identifier).'),
		renamed: z
			.record(z.string(), id)
			.describe('Ids that topics had before, with those they have now.'),
		sections: z.array(
			z.object({
				id,
				title: z.string(),
				url: url.nullable().describe("The section's page; null while it is planned."),
				topics: z.array(z.object({ id })).describe('Its topics in reading order.'),
			}),
		),
		topics: z
			.array(
				z.object({
					id: id.describe('Permanent, and the last part of the address.'),
					title: z.string(),
					section: id,
					level,
					status: z
						.enum(['published', 'planned'])
						.describe('A planned topic has no page yet: no address, no time and no reasons.'),
					url: url.nullable(),
					minutes: z.number().int().positive().nullable().describe('Reading time.'),
					practice: practice.nullable(),
					prerequisites: z
						.array(edge)
						.describe('Direct prerequisites only: none is implied by others.'),
				}),
			)
			.describe('In reading order: every topic after all that it needs.'),
	})
	.describe('The prerequisite graph of the Backend Developer Handbook.');

const neighbour = edge.extend({ title: z.string(), url });

/** /api/topics/<id>.json: all that the handbook knows of a published topic, but for its text. */
export const topicDocumentSchema = z
	.object({
		$schema: schema,
		version,
		id,
		title: z.string(),
		description: z.string(),
		section: id,
		level,
		url,
		minutes: z.number().int().positive(),
		practice,
		outcomes: z.array(z.string()).describe('What the reader can do afterwards.'),
		aliases: z.array(z.string()).describe('Other words for it.'),
		prerequisites: z.array(neighbour).describe('Direct prerequisites.'),
		allPrerequisites: z.array(id).describe('Direct and indirect ones, in reading order.'),
		opens: z.array(neighbour).describe('The published topics that need it directly.'),
		related: z.array(edge),
		sources: z.array(z.object({ title: z.string(), url, kind: z.string(), checked: z.iso.date() })),
		reviewed: z.iso.date().describe('The day of the last check of the facts.'),
	})
	.describe('A topic of the Backend Developer Handbook.');

/** The document of the prerequisite graph. */
export type GraphDocument = z.infer<typeof graphSchema>;
/** The document of a topic. */
export type TopicDocument = z.infer<typeof topicDocumentSchema>;
