import { handbook } from '../../content.ts';
import { frameOf, sizeOf } from '../../embed.ts';
import { addressOf, json } from '../../json.ts';
import type { Topic } from '../../roadmap/types.ts';
import { site } from '../../site.ts';

export async function getStaticPaths() {
	const { graph } = await handbook();
	return graph.topics.map((topic) => ({ params: { id: topic.id }, props: { topic } }));
}

/** A topic's card for programs that ask by oEmbed (oembed.com, version 1.0). */
export const GET = ({ props: { topic } }: { props: { topic: Topic } }) =>
	json({
		version: '1.0',
		type: 'rich',
		title: topic.title,
		provider_name: site.name,
		provider_url: addressOf('/'),
		html: frameOf(topic),
		...sizeOf(topic.prerequisites.length),
	});
