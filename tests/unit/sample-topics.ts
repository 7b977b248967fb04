import type { Section, Topic } from '../../src/roadmap/types.ts';

/** A section with nothing in it but what a test of the graph looks at. */
export const sampleSection = (id: string): Section => ({
	id,
	file: `src/content/docs/${id}/index.mdx`,
	title: id,
	description: '',
	promise: '',
});

/** A topic that needs others, with nothing else in it but what a test of the graph looks at. */
export const sampleTopic = (
	id: string,
	section: string,
	prerequisites: Topic['prerequisites'],
	more: Partial<Topic> = {},
): Topic => ({
	id,
	section,
	file: `src/content/docs/${section}/${id}.mdx`,
	title: id.toUpperCase(),
	description: '',
	level: 'core',
	prerequisites,
	related: [],
	outcomes: [],
	aliases: [],
	practice: 'small',
	sources: [],
	reviewed: '2026-11-20',
	minutes: 5,
	...more,
});
