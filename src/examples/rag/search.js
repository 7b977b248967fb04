import { dot } from './embed.js';
import { words } from './texts.js';

const K1 = 1.2;
const B = 0.75;
const ranked = (scores) =>
	scores
		.map((score, n) => ({ n, score }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.n - b.n);

// #region exact
/** By meaning: compares with every vector. */
export const byVector = (embed, keys) => {
	const vectors = keys.map(embed);
	return (question) => {
		const asked = embed(question);
		return ranked(vectors.map((vector) => dot(vector, asked)));
	};
};
// #endregion exact

/** By words: BM25, as on the page about search engines. */
export const byWords = (keys) => {
	const texts = keys.map(words);
	const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
	const counts = texts.map((text) => {
		const count = new Map();
		for (const word of text) count.set(word, (count.get(word) ?? 0) + 1);
		return count;
	});
	return (question) => {
		const scores = texts.map(() => 0);
		for (const word of new Set(words(question))) {
			const has = counts.filter((count) => count.has(word)).length;
			const idf = Math.log(1 + (texts.length - has + 0.5) / (has + 0.5));
			counts.forEach((count, n) => {
				const often = count.get(word) ?? 0;
				const norm = 1 - B + B * (texts[n].length / average);
				scores[n] += (idf * often * (K1 + 1)) / (often + K1 * norm);
			});
		}
		return ranked(scores);
	};
};

// #region fuse
/** Reciprocal rank fusion: whoever is high in any of the lists is high. */
export const fuse =
	(...searches) =>
	(question) => {
		const scores = [];
		for (const search of searches)
			search(question)
				.slice(0, 50)
				.forEach(({ n }, rank) => (scores[n] = (scores[n] ?? 0) + 1 / (60 + rank + 1)));
		return ranked(Array.from(scores, (score) => score ?? 0));
	};
// #endregion fuse
