import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { handbookLoader } from './handbook-loader.ts';
import { pageFields } from './schemas/page.ts';

export const collections = {
	docs: defineCollection({ loader: handbookLoader(), schema: docsSchema({ extend: pageFields }) }),
	/** Words of the theme that the handbook says in its own way. */
	i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
