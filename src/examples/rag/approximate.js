import { dot, learn } from './embed.js';
import { hnsw } from './hnsw.js';
import { chunkings, questions, stretches } from './texts.js';

const embed = learn(chunkings['with headings']().map(({ key }) => key));
const texts = stretches();
const vectors = texts.map(({ text }) => embed(text));
const asked = questions.map(({ question }) => embed(question));
const scores = asked.map((question) => vectors.map((vector) => dot(vector, question)));
/** The score that one must have to be among the ten nearest that are allowed. */
const bar = (scores) => scores.toSorted((a, b) => b - a)[9] - 1e-9;
const average = (numbers) => numbers.reduce((a, b) => a + b) / numbers.length;

const index = hnsw(vectors);
console.log(`${vectors.length} vectors, layers of ${index.layers.join(', ')}`);
console.log(`built with ${Math.round(index.building / vectors.length)} comparisons for each`);
console.log('width   of the 10 nearest   the worst   comparisons');
const line = (name, found, compared) =>
	console.log(
		`${String(name).padEnd(8)}${average(found).toFixed(2).padEnd(20)}`,
		`${Math.min(...found)}`.padEnd(11),
		Math.round(average(compared)),
	);
for (const width of [10, 20, 40, 80, 160]) {
	const answers = asked.map((question) => index.search(question, 10, width));
	line(
		width,
		answers.map(({ found }, q) => found.filter(({ score }) => score >= bar(scores[q])).length),
		answers.map(({ compared }) => compared),
	);
}
line(
	'exact',
	asked.map(() => 10),
	asked.map(() => vectors.length),
);

// Now somebody asks who may read one page only.
const mine = texts.map(({ page }) => page === 'backups');
console.log(`\nallowed: ${mine.filter(Boolean).length} of them`);
const after = (width) => {
	const answers = asked.map((question) => index.search(question, width, width));
	const bars = scores.map((list) => bar(list.filter((_, n) => mine[n])));
	line(
		width,
		answers.map(
			({ found }, q) => found.filter(({ n, score }) => mine[n] && score >= bars[q]).length,
		),
		answers.map(({ compared }) => compared),
	);
};
for (const width of [40, 160, 640]) after(width);
const own = mine.filter(Boolean).length;
line(
	'exact',
	asked.map(() => 10),
	asked.map(() => own),
);
