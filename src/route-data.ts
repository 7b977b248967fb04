import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { handbook, type Handbook } from './content.ts';
import type { Topic } from './roadmap/types.ts';
import { addressOf } from './json.ts';
import { withBase } from './site.ts';
import { structuredData } from './structured-data.ts';

type SidebarEntry = StarlightRouteData['sidebar'][number];

/** Derives from the graph what the theme shows round a page: sidebar, previous and next. */
export const onRequest = defineRouteMiddleware(async (context) => {
	const route = context.locals.starlightRoute;
	const book = await handbook();
	route.sidebar = sidebarOf(route.id, book);
	route.pagination = neighboursOf(route.id, book);
	const topic = book.graph.topic(route.id);
	if (topic) route.head.push(...headOf(topic, book));
});

/** What a topic's page says of itself to programs: what it is, and the same text as Markdown. */
const headOf = (topic: Topic, book: Handbook): StarlightRouteData['head'] => [
	{
		tag: 'script',
		attrs: { type: 'application/ld+json' },
		content: JSON.stringify(structuredData(topic, book)).replaceAll('<', '\\u003c'),
	},
	{
		tag: 'link',
		attrs: { rel: 'alternate', type: 'text/markdown', href: withBase(`/${topic.id}.md`) },
	},
	{
		tag: 'link',
		attrs: {
			rel: 'alternate',
			type: 'application/json+oembed',
			title: topic.title,
			href: addressOf(`/oembed/${topic.id}.json`),
		},
	},
];

const link = (label: string, path: string, isCurrent = false): SidebarEntry & { type: 'link' } => ({
	type: 'link',
	label,
	href: withBase(path),
	isCurrent,
	badge: undefined,
	attrs: {},
});

/** The pages by which a reader finds the way. */
export const WAYS = [
	{ label: 'Map', path: '/map/' },
	{ label: 'Paths', path: '/path/' },
	{ label: 'Review', path: '/review/' },
	{ label: 'Progress', path: '/progress/' },
	{ label: 'Glossary', path: '/glossary/' },
] as const;

/** The current section in full and the others in one line each, so that pages stay small. */
function sidebarOf(id: string, { graph }: Handbook): SidebarEntry[] {
	const current = graph.topic(id)?.section ?? id;
	const sections = graph.sections.map((section): SidebarEntry => {
		const itself = link(section.title, `/${section.id}/`, section.id === id);
		if (section.id !== current) return itself;
		return {
			type: 'group',
			label: section.title,
			collapsed: false,
			badge: undefined,
			entries: [
				{ ...itself, label: 'What this section is for' },
				...graph
					.topicsOf(section.id)
					.map((topic) => link(topic.title, `/${topic.id}/`, topic.id === id)),
			],
		};
	});
	return [...WAYS.map(({ label, path }) => link(label, path)), ...sections];
}

/** Previous and next in the reading order, which puts every prerequisite first. */
function neighboursOf(id: string, { order }: Handbook): StarlightRouteData['pagination'] {
	const at = order.findIndex((topic) => topic.id === id);
	const neighbour = (step: number) => {
		const topic = at === -1 ? undefined : order[at + step];
		return topic && link(topic.title, `/${topic.id}/`);
	};
	return { prev: neighbour(-1), next: neighbour(1) };
}
