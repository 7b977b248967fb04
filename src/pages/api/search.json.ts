import { readFileSync } from 'node:fs';
import { handbook } from '../../content.ts';
import { glossary } from '../../glossary.ts';
import { json } from '../../json.ts';
import { parsePhrases, parseSynonyms } from '../../schemas/search-words.ts';
import { buildSearch } from '../../search/build.ts';
import { entriesOf } from '../../search/entries.ts';
import phrasesText from '../../search/phrases.yaml?raw';
import synonymsText from '../../search/synonyms.yaml?raw';

/** What the first layer of the search knows: names, headings and the words that tell topics apart. */
export async function GET() {
	const { graph, roadmap } = await handbook();
	const terms = await glossary();
	const phrases = parsePhrases(
		phrasesText,
		roadmap.topics.map(({ id }) => id),
	);
	const entries = entriesOf(
		graph.topics,
		({ file }) => readFileSync(file, 'utf8'),
		(id) => terms.filter(({ topic }) => topic === id).flatMap(({ term, also }) => [term, ...also]),
		(id) => phrases[id] ?? [],
	);
	const sections = graph.sections.map(({ id, title }) => ({ id, title }));
	return json(buildSearch(entries, sections, parseSynonyms(synonymsText)));
}
