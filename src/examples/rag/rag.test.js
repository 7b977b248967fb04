import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dot, learn, unit } from './embed.js';
import { hnsw } from './hnsw.js';
import { place, recall, recallWithin } from './measure.js';
import { library } from './rights.js';
import { byVector, byWords, fuse } from './search.js';
import { chunkings, pages, questions } from './texts.js';

const chunks = chunkings['with headings']();
const keys = chunks.map(({ key }) => key);
const texts = chunks.map(({ text }) => text);
const embed = learn(keys);

test('the words that show an answer stand in exactly one paragraph', () => {
	const paragraphs = pages.flatMap(({ sections }) => sections.flatMap((each) => each.paragraphs));
	for (const { says } of questions)
		assert.equal(paragraphs.filter((text) => text.includes(says)).length, 1, says);
});

test('a vector has length one, and is the same each time', () => {
	const vector = embed('Which certificate has expired?');
	assert.ok(Math.abs(dot(vector, vector) - 1) < 1e-9);
	assert.deepEqual(learn(keys)('Which certificate has expired?'), vector);
	assert.equal(dot(embed('xyzzy'), embed('xyzzy')), 0);
});

test('words that keep company are near, others are not', () => {
	const near = (a, b) => dot(embed(a), embed(b));
	assert.ok(near('cookie', 'browser') > 0.6);
	assert.ok(near('cookie', 'backup') < 0.2);
});

test('fusion prefers what both lists have', () => {
	const list =
		(...order) =>
		() =>
			order.map((n) => ({ n, score: 1 }));
	assert.equal(fuse(list(1, 2, 3), list(4, 2, 5))('')[0].n, 2);
});

test('recall counts places and letters', () => {
	const search = () => [{ n: 1 }, { n: 0 }];
	const asked = [{ question: '', says: 'tea' }];
	assert.equal(place(search(), ['tea', 'coffee'], asked[0]), 2);
	assert.equal(recall(search, ['tea', 'coffee'], asked, 1), 0);
	assert.equal(recall(search, ['tea', 'coffee'], asked, 2), 1);
	assert.equal(recallWithin(search, ['tea', 'coffee'], asked, 8), 0);
	assert.equal(recallWithin(search, ['tea', 'coffee'], asked, 9), 1);
});

test('both together find at least as much as either, in the first ten', () => {
	const [words, vectors] = [byWords(keys), byVector(embed, keys)];
	const count = (search) => recall(search, texts, questions, 10);
	assert.ok(count(fuse(words, vectors)) >= Math.max(count(words), count(vectors)));
});

test('the graph finds nearly all of the nearest, with fewer comparisons', () => {
	let seed = 3;
	const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647 - 0.5;
	const vectors = Array.from({ length: 2000 }, () => unit(Array.from({ length: 8 }, random)));
	const index = hnsw(vectors);
	let right = 0;
	let compared = 0;
	for (let n = 0; n < 20; n += 1) {
		const asked = unit(Array.from({ length: 8 }, random));
		const scores = vectors.map((vector) => dot(vector, asked));
		const best = new Set(
			scores
				.map((_, m) => m)
				.sort((a, b) => scores[b] - scores[a])
				.slice(0, 10),
		);
		const result = index.search(asked, 10, 40);
		right += result.found.filter((each) => best.has(each.n)).length;
		compared += result.compared;
	}
	assert.ok(right >= 190, `${right} of 200`);
	assert.ok(compared / 20 < 800, `${compared / 20} comparisons`);
});

const sale = 'What can I tell customers about the sale?';
test('rights that are asked in the search hold, also after they change', () => {
	const { ask, leave } = library({ rights: 'in the search', cache: 'by question and rights' });
	assert.match(ask('boris', sale), /bought the company/);
	assert.match(ask('ada', sale), /January/);
	leave('boris', 'board');
	assert.match(ask('boris', sale), /January/);
});

test('each of the other ways leaks, or finds nothing', () => {
	assert.match(library({ rights: 'in the prompt' }).ask('ada', sale), /bought the company/);
	assert.match(library({ rights: 'after the search' }).ask('ada', sale), /nothing/);
	const copied = library({ rights: 'copied into the index' });
	copied.leave('boris', 'board');
	assert.match(copied.ask('boris', sale), /bought the company/);
	const shared = library({ rights: 'in the search', cache: 'by question' });
	shared.ask('boris', sale);
	assert.match(shared.ask('ada', sale), /bought the company/);
});
