import { handbook } from '../content.ts';
import { markdownOf } from './[id].md.ts';

/** The whole handbook as one text, in the order to read it. */
export async function GET() {
	const { order } = await handbook();
	return new Response(order.map(markdownOf).join('\n---\n\n'));
}
