// @ts-check
import starlight from '@astrojs/starlight';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { autoImport } from './src/markdown/auto-import.ts';
import { baseLinks } from './src/markdown/base-links.ts';
import { diagrams } from './src/markdown/diagram.ts';
import { fromFile } from './src/markdown/from-file.ts';
import { FEATURES } from './src/markdown/parse.ts';
import { scrollableTables } from './src/markdown/tables.ts';
import { site } from './src/site.ts';

export default defineConfig({
	site: site.origin,
	base: site.base,
	trailingSlash: 'always',
	vite: {
		build: {
			rolldownOptions: {
				onwarn(warning, warn) {
					// Astro's own directive has done its work by the time it is bundled, and PGlite's eval is
					// PostgreSQL's, in a worker of its own.
					if (!['MODULE_LEVEL_DIRECTIVE', 'EVAL'].includes(warning.code ?? '')) warn(warning);
				},
			},
		},
		worker: { format: 'es', rolldownOptions: { checks: { eval: false } } },
	},
	prefetch: { prefetchAll: true, defaultStrategy: 'hover' },
	markdown: {
		processor: satteri({
			features: { ...FEATURES, smartPunctuation: true },
			mdastPlugins: [autoImport, diagrams, fromFile],
			hastPlugins: [baseLinks(site.base), scrollableTables],
		}),
	},
	integrations: [
		starlight({
			title: site.name,
			description: site.tagline,
			disable404Route: true,
			credits: false,
			routeMiddleware: './src/route-data.ts',
			customCss: [
				'./src/styles/theme.css',
				'./src/styles/practice.css',
				'./src/styles/diagram.css',
				'./src/styles/code.css',
				'./src/styles/playground.css',
			],
			components: {
				PageTitle: './src/components/overrides/PageTitle.astro',
				Footer: './src/components/overrides/Footer.astro',
				Search: './src/components/overrides/Search.astro',
			},
			tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 },
			head: [
				{ tag: 'meta', attrs: { name: 'theme-color', content: '#0b6557' } },
				{
					tag: 'link',
					attrs: {
						rel: 'alternate',
						type: 'application/atom+xml',
						title: site.name,
						href: `${site.base}feed.xml`,
					},
				},
			],
			...(site.repository ? { editLink: { baseUrl: `${site.repository}/edit/main/` } } : {}),
		}),
	],
});
