import { z } from 'astro/zod';
import { LEVELS } from '../roadmap/types.ts';
import { day } from './dates.ts';
import { describedPage } from './described-page.ts';

const edge = (what: string) =>
	z.strictObject({
		topic: z.string().describe('The id of the other topic: its file name without .mdx.'),
		because: z.string().trim().min(1, `say ${what}.`).describe(`In one clause: ${what}.`),
	});

/** The frontmatter of a topic's page, `<section>/<id>.mdx`. */
export const topicSchema = describedPage.extend({
	level: z.enum(LEVELS).describe('How deep it goes: foundation, core or advanced.'),
	prerequisites: z
		.array(edge('what of that topic this page uses'))
		.describe(
			'What the reader must know first: direct prerequisites only, each with its reason. [] when there are none.',
		),
	outcomes: z
		.array(
			z.string().refine((text) => /^[A-Z]\p{L}+[ ,]/u.test(text), {
				error: ({ input }) =>
					`“${input}” does not start with a verb. Write what the reader can do: “Trace a name from the root to its address.”`,
			}),
		)
		.superRefine((list, context) => {
			if (list.length < 3 || list.length > 6)
				context.addIssue({
					code: 'custom',
					message: `there are ${list.length} outcomes. Write three to six.`,
				});
		})
		.describe('Three to six things that the reader can do afterwards, each starting with a verb.'),
	aliases: z
		.array(z.string().trim().min(1))
		.superRefine((list, context) => {
			const twice = list.find(
				(alias, index) =>
					list.findIndex((other) => other.toLowerCase() === alias.toLowerCase()) < index,
			);
			if (twice)
				context.addIssue({ code: 'custom', message: `“${twice}” stands here twice. Keep one.` });
		})
		.describe(
			'Other words that people search for: abbreviations, synonyms, product names, error messages.',
		),
	practice: z
		.enum(['small', 'medium', 'large'])
		.describe(
			'The effort of the exercise: small is minutes, medium about an hour, large an evening or more.',
		),
	related: z
		.array(edge('why to see it'))
		.default([])
		.describe('Topics worth seeing that are not needed first, each with a sentence.'),
	sources: z
		.array(
			z.strictObject({
				title: z.string().min(1).describe('The title of the source, with the number of an RFC.'),
				url: z
					.string()
					.refine((url) => URL.canParse(url) && url.startsWith('https://'), {
						error: ({ input }) => `“${input}” is not an address that starts with https://.`,
					})
					.describe('Where to read it, over https.'),
				kind: z
					.enum(['rfc', 'standard', 'docs', 'paper', 'book'])
					.describe('What it is: rfc, standard, docs, paper or book.'),
				checked: day.describe('The day on which somebody last opened it, such as 2026-11-20.'),
			}),
		)
		.min(1, 'name at least one primary source.')
		.describe('Primary sources: few, and all worth opening.'),
	reviewed: day.describe('The day of the last check of the facts, such as 2026-11-20.'),
});
