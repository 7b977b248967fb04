import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { handbookLoader } from './handbook-loader.ts';
import { pageFields } from './schemas/page.ts';

export const collections = {
	docs: defineCollection({ loader: handbookLoader(), schema: docsSchema({ extend: pageFields }) }),
};
