import { readFileSync } from 'node:fs';
import { handbook } from '../content.ts';
import { addressOf } from '../json.ts';
import { plainMarkdown } from '../markdown/plain.ts';
import type { Topic } from '../roadmap/types.ts';

export async function getStaticPaths() {
	const { graph } = await handbook();
	return graph.topics.map((topic) => ({ params: { id: topic.id }, props: { topic } }));
}

/** A topic as Markdown. */
export const markdownOf = (topic: Topic) =>
	`# ${topic.title}\n\n> ${topic.description}\n\n${plainMarkdown(readFileSync(topic.file, 'utf8'), addressOf)}\n\nSource: ${addressOf(`/${topic.id}/`)}, facts checked ${topic.reviewed}, CC BY 4.0.\n`;

export const GET = ({ props }: { props: { topic: Topic } }) =>
	new Response(markdownOf(props.topic), {
		headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
	});
