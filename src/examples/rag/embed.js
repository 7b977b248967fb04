import { words } from './texts.js';

// #region vectors
export function dot(a, b) {
	let sum = 0;
	for (let n = 0; n < a.length; n += 1) sum += a[n] * b[n];
	return sum;
}
/** Makes the length 1. Then the cosine of two vectors is their dot product. */
export function unit(vector) {
	const length = Math.sqrt(dot(vector, vector)) || 1;
	return vector.map((value) => value / length);
}
// #endregion vectors

// #region learn
/** Learns from texts which words keep company; returns what turns a text into `size` numbers. */
export function learn(texts, size = 32) {
	const seen = new Map(); // in how many texts a word stands
	for (const text of texts)
		for (const word of new Set(words(text))) seen.set(word, (seen.get(word) ?? 0) + 1);

	/** word -> weight: more for rare words, and for repeated ones a little more. */
	const weigh = (text) => {
		const sums = new Map();
		for (const word of words(text)) {
			if (!seen.has(word)) continue;
			const rarity = Math.log(1 + texts.length / seen.get(word));
			sums.set(word, (sums.get(word) ?? 0) + rarity);
		}
		const weights = unit([...sums.values()].map((sum) => Math.log(1 + sum)));
		return new Map([...sums.keys()].map((word, n) => [word, weights[n]]));
	};
	const rows = texts.map(weigh);
	const axes = directions(rows, size);

	// A word's place is where the texts are in which it stands.
	const places = new Map([...seen.keys()].map((word) => [word, new Float64Array(size)]));
	rows.forEach((row, text) => {
		for (const [word, weight] of row)
			axes.forEach((axis, n) => (places.get(word)[n] += weight * axis[text]));
	});
	return (text) => {
		const sum = new Float64Array(size);
		for (const [word, weight] of weigh(text))
			places.get(word).forEach((value, n) => (sum[n] += weight * value));
		return unit(sum);
	};
}
// #endregion learn

/** The directions in which the rows differ most (by orthogonal iteration), shortest word: SVD. */
function directions(rows, size) {
	const likeness = rows.map((a) =>
		Float64Array.from(rows, (b) => {
			let sum = 0;
			for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
			return sum;
		}),
	);
	let seed = 1;
	const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;
	let axes = Array.from({ length: size }, () => Float64Array.from(rows, random));
	let lengths = [];
	for (let round = 0; round < 25; round += 1) {
		axes = axes.map((axis) => Float64Array.from(likeness, (row) => dot(row, axis)));
		axes.forEach((axis, n) => {
			for (const before of axes.slice(0, n)) {
				const shared = dot(axis, before);
				for (let m = 0; m < axis.length; m += 1) axis[m] -= shared * before[m];
			}
			lengths[n] = Math.sqrt(dot(axis, axis));
			axes[n] = unit(axis);
		});
	}
	return axes.map((axis, n) => axis.map((value) => value / Math.sqrt(lengths[n])));
}
