import { learn } from './embed.js';
import { place, recall } from './measure.js';
import { byVector, byWords, fuse } from './search.js';
import { chunkings, questions } from './texts.js';

const chunks = chunkings['with headings']();
const texts = chunks.map(({ text }) => text);
const keys = chunks.map(({ key }) => key);
const searches = { words: byWords(keys), vectors: byVector(learn(keys), keys) };
searches.both = fuse(searches.words, searches.vectors);

const line = (...parts) =>
	console.log(
		parts
			.map((part) => String(part).padEnd(8))
			.join('')
			.trimEnd(),
	);
for (const kind of ['same', 'other']) {
	const asked = questions.filter(({ words }) => words === kind);
	console.log(`${asked.length} questions in ${kind === 'same' ? "the text's" : 'other'} words`);
	line('first', 1, 3, 10, 30);
	for (const [name, search] of Object.entries(searches))
		line(name, ...[1, 3, 10, 30].map((count) => recall(search, texts, asked, count)));
}
console.log('places by words, by vectors, by both');
for (const start of ['Every hostname', 'A fake page', 'Each change', 'Can somebody']) {
	const each = questions.find(({ question }) => question.startsWith(start));
	const places = Object.values(searches).map((search) => place(search(each.question), texts, each));
	line(...places.map((at) => (at === Infinity ? 'none' : at)), each.question);
}
