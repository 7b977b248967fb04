import { handbook } from '../../../content.ts';
import { addressOf } from '../../../json.ts';
import type { Topic } from '../../../roadmap/types.ts';
import { site } from '../../../site.ts';

export async function getStaticPaths() {
	const { graph } = await handbook();
	return graph.topics.map((topic) => ({ params: { id: topic.id }, props: { topic } }));
}

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const STYLE = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.45 system-ui,sans-serif}
article{box-sizing:border-box;padding:1rem 1.25rem;border:1px solid light-dark(#d8d2c4,#3a4145);border-radius:.6rem;background:light-dark(#fffdf8,#14181b);color:light-dark(#222,#e6e3dc)}
a{color:light-dark(#0b6557,#6fd6c3)}
h1{margin:0 0 .25rem;font-size:1.2rem}
p{margin:.25rem 0}
.facts{font-size:.85rem;color:light-dark(#555,#a9aeb2)}
ul{margin:.25rem 0 0;padding-inline-start:1.2rem;font-size:.9rem}`;

/**
 * A topic's card for other people's pages, in the colours that their reader prefers: no script, no cookie, nothing loaded.
 * Not an Astro page, since those get the site's own script.
 */
export async function GET({ props: { topic } }: { props: { topic: Topic } }) {
	const { graph } = await handbook();
	const link = (path: string, text: string) => `<a href="${addressOf(path)}">${escape(text)}</a>`;
	const needs = graph.prerequisitesOf(topic.id).map(({ topic: need }) => need);
	const first = needs.length
		? `<p class="facts">Read first</p><ul>${needs.map((need) => `<li>${link(`/${need.id}/`, need.title)}</li>`).join('')}</ul>`
		: '';
	return new Response(
		`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(`${topic.title}, ${site.name}`)}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="${addressOf(`/${topic.id}/`)}">
<base target="_top">
<style>${STYLE}</style>
</head>
<body>
<article>
<p class="facts">${link('/', site.name)} · ${escape(graph.section(topic.section)?.title ?? '')} · ${topic.level} · ${topic.minutes} min</p>
<h1>${link(`/${topic.id}/`, topic.title)}</h1>
<p>${escape(topic.description)}</p>
${first}
</article>
</body>
</html>
`,
		{ headers: { 'Content-Type': 'text/html; charset=utf-8' } },
	);
}
