import type { Topic } from '../roadmap/types.ts';
import { parsePage } from '../markdown/parse.ts';
import { passagesOf, tellingWords } from './build.ts';
import type { Entry } from './types.ts';

/** Headings that every page has, and that answer nothing. */
const FRAME = new Set(['check-yourself', 'exercise', 'choosing', 'production']);

/**
 * What the search knows of the topics.
 * @param sourceOf The text of a topic's page.
 * @param termsOf The glossary's terms that a topic owns.
 * @param phrasesOf What people type who look for a topic.
 */
export function entriesOf(
	topics: readonly Topic[],
	sourceOf: (topic: Topic) => string,
	termsOf: (id: string) => string[] = () => [],
	phrasesOf: (id: string) => string[] = () => [],
): Entry[] {
	const pages = topics.map((topic) => passagesOf(parsePage(topic.file, sourceOf(topic))));
	const words = tellingWords(pages.map((passages) => passages.map(({ text }) => text)));
	let next = 0;
	return topics.map((topic, n) => ({
		id: topic.id,
		title: topic.title,
		section: topic.section,
		level: topic.level,
		description: topic.description,
		aliases: topic.aliases,
		outcomes: topic.outcomes,
		terms: termsOf(topic.id),
		phrases: phrasesOf(topic.id),
		places: pages[n]!.map(({ id, title }) => ({
			id,
			title: FRAME.has(id) ? '' : title,
			words: words[next++]!,
		})).filter(({ title }) => title !== ''),
	}));
}
