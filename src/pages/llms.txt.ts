import { handbook } from '../content.ts';
import { addressOf } from '../json.ts';
import { site } from '../site.ts';

/** What there is, for programs that read: every topic with its address as Markdown (llmstxt.org). */
export async function GET() {
	const { graph } = await handbook();
	const sections = graph.sections.map(({ id, title, promise }) =>
		[
			`## ${title}\n\n${promise}\n`,
			...graph
				.topicsOf(id)
				.map(
					(topic) => `- [${topic.title}](${addressOf(`/${topic.id}.md`)}): ${topic.description}`,
				),
		].join('\n'),
	);
	return new Response(`# ${site.name}\n\n> ${site.tagline}\n\n${sections.join('\n\n')}\n`);
}
