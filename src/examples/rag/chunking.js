import { learn } from './embed.js';
import { recall, recallWithin } from './measure.js';
import { byVector, byWords, fuse } from './search.js';
import { chunkings, questions } from './texts.js';

const line = (first, ...parts) =>
	console.log(
		first.padEnd(20) +
			parts
				.map((part) => String(part).padEnd(10))
				.join('')
				.trimEnd(),
	);
line('', 'pieces', 'torn', 'first 10', 'letters', 'in 3,000');
for (const [name, make] of Object.entries(chunkings)) {
	const chunks = make();
	const texts = chunks.map(({ text }) => text);
	const keys = chunks.map(({ key }) => key);
	const search = fuse(byWords(keys), byVector(learn(keys), keys));
	const letters = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
	line(
		name,
		texts.length,
		questions.filter(({ says }) => !texts.some((text) => text.includes(says))).length,
		recall(search, texts, questions, 10),
		Math.round(letters * 10),
		recallWithin(search, texts, questions, 3000),
	);
}
