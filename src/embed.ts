import { addressOf } from './json.ts';
import type { Topic } from './roadmap/types.ts';

/** The size of a topic's card, in CSS pixels: it grows by a line for each topic to read first. */
export const sizeOf = (needs: number) => ({
	width: 480,
	height: 190 + (needs > 0 ? 30 + needs * 24 : 0),
});

/** What somebody pastes into their page to show a topic's card; its size is fixed, so that their page does not jump. */
export function frameOf(topic: Topic): string {
	const { width, height } = sizeOf(topic.prerequisites.length);
	const title = topic.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
	return `<iframe src="${addressOf(`/embed/${topic.id}/`)}" title="${title}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`;
}
