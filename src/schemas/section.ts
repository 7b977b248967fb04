import { z } from 'astro/zod';
import { describedPage } from './described-page.ts';

/** The frontmatter of a section's own page, `<section>/index.mdx`. */
export const sectionSchema = describedPage.extend({
	promise: z
		.string()
		.trim()
		.min(1, 'write what the section promises, in a few words.')
		.describe('What the section promises, in one short sentence, for the front page.'),
});
