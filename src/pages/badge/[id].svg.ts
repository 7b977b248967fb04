import { handbook } from '../../content.ts';
import type { Topic } from '../../roadmap/types.ts';

export async function getStaticPaths() {
	const { graph } = await handbook();
	return graph.topics.map((topic) => ({ params: { id: topic.id }, props: { topic } }));
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** A generous width for a letter of 11 pixels in Verdana, as badges are drawn elsewhere. */
const LETTER = 7;

/** “Read first: …”, as a small picture for a README. */
export const GET = ({ props: { topic } }: { props: { topic: Topic } }) => {
	const [left, right] = ['Read first', topic.title];
	const [a, b] = [left.length * LETTER + 10, right.length * LETTER + 14];
	const label = `${left}: ${right}`;
	return new Response(
		`<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="20" role="img" aria-label="${escape(label).replaceAll('"', '&quot;')}"><title>${escape(label)}</title><rect width="${a + b}" height="20" rx="3" fill="#0b6557"/><path d="M3 0h${a - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#444"/><g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle"><text x="${a / 2}" y="14">${left}</text><text x="${a + b / 2}" y="14" textLength="${b - 14}">${escape(right)}</text></g></svg>\n`,
		{ headers: { 'Content-Type': 'image/svg+xml' } },
	);
};
