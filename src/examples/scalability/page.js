// The shop's product page: a heading and the forty newest reviews.
import { DatabaseSync } from 'node:sqlite';

const words = 'tea leaf good bitter cup *best* & never <3 again warm too'.split(' ');
const texts = words.map((_, id) =>
	Array.from({ length: 150 }, (_, n) => words[(id * 7 + n * n) % words.length]).join(' '),
);

/** 100 products with 40 reviews each, always the same. Some were copied out of a table. */
function fill() {
	const database = new DatabaseSync(':memory:');
	database.exec('CREATE TABLE reviews (product TEXT, stars INT, text TEXT, written INT)');
	const add = database.prepare('INSERT INTO reviews VALUES (?, ?, ?, ?)');
	for (let id = 0; id < 4000; id += 1) {
		const text = texts[id % texts.length];
		const spaced = id % 4 === 0 ? text.slice(0, 300) + ' '.repeat(480) + text.slice(300) : text;
		add.run(`Tea-${id % 100}`, 1 + (id % 5), spaced, id);
	}
	return database;
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A function that makes the page of a product. `remedies`: cache, trim, index. */
export function openPage(remedies = []) {
	const database = fill();
	if (remedies.includes('index'))
		database.exec('CREATE INDEX by_product ON reviews (lower(product))');

	// #region page
	const newest = database.prepare(`SELECT stars, text FROM reviews
		WHERE lower(product) = lower(?) ORDER BY written DESC`);

	let reviews = (product) => newest.all(product);

	let tidy = (text) => text.replace(/\s+$/, '');

	const html = (text) =>
		text
			.replace(/[&<>"]/g, (character) => escapes[character])
			.replace(/\*(\w+)\*/g, '<b>$1</b>')
			.replace(/https?:\/\/\S+/g, '<a href="$&">$&</a>');

	const line = ({ stars, text }) => `<li>${'★'.repeat(stars)} ${html(tidy(text))}</li>`;

	const page = (product) => `<h1>${product}</h1><ul>${reviews(product).map(line).join('')}</ul>`;
	// #endregion page

	// #region cache
	if (remedies.includes('cache')) {
		const kept = new Map();
		const load = reviews;
		reviews = (product) => {
			if (!kept.has(product)) kept.set(product, load(product));
			return kept.get(product);
		};
	}
	// #endregion cache

	// #region trim
	if (remedies.includes('trim')) tidy = (text) => text.trimEnd();
	// #endregion trim

	return page;
}
