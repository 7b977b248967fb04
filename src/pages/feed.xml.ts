import { handbook } from '../content.ts';
import { addressOf } from '../json.ts';
import { site } from '../site.ts';

const MOST = 50;
const escape = (text: string) =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** New and revised topics as an Atom feed (RFC 4287), the latest first. */
export async function GET() {
	const { graph } = await handbook();
	const topics = graph.topics
		.toSorted((a, b) => b.reviewed.localeCompare(a.reviewed) || a.id.localeCompare(b.id))
		.slice(0, MOST);
	const time = (day: string) => `${day}T00:00:00Z`;
	const entries = topics.map(
		(topic) => `	<entry>
		<title>${escape(topic.title)}</title>
		<id>${addressOf(`/${topic.id}/`)}</id>
		<link href="${addressOf(`/${topic.id}/`)}"/>
		<updated>${time(topic.reviewed)}</updated>
		<category term="${escape(graph.section(topic.section)?.title ?? topic.section)}"/>
		<summary>${escape(topic.description)}</summary>
	</entry>`,
	);
	return new Response(
		`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
	<title>${escape(site.name)}</title>
	<subtitle>${escape(site.tagline)}</subtitle>
	<id>${addressOf('/')}</id>
	<link href="${addressOf('/')}"/>
	<link rel="self" type="application/atom+xml" href="${addressOf('/feed.xml')}"/>
	<updated>${time(topics[0]?.reviewed ?? '2026-01-01')}</updated>
	<author><name>${escape(site.name)}</name></author>
	<rights>CC BY 4.0</rights>
${entries.join('\n')}
</feed>
`,
		{ headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } },
	);
}
