import { readFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

/** An excerpt of this handbook, taken on 21 November 2026: pages of sections of paragraphs. */
export const pages = read('excerpt.json');
/** Questions, each with words that stand only in the text which answers it. */
export const questions = read('questions.json');

// #region words
const idle = new Set(
	`a an and are as at be been but by can do does for from had has have how i if in is it its me my
	no not of on one or our so than that the their them then there they this to two was we what when
	where which who why will with you your`.split(/\s+/),
);
const stem = (word) =>
	word.length > 4
		? word.replace(/ies$/, 'y').replace(/(ing|ed|es|s|ly|er)$/, '')
		: word.replace(/s$/, '');

/** The words of a text that say something, without their endings. */
export const words = (text) =>
	(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !idle.has(word)).map(stem);
// #endregion words

// #region chunks
const all = (each) =>
	pages.flatMap(({ page, title, sections }) =>
		sections.flatMap(({ heading, paragraphs }) =>
			each(paragraphs, `${title}: ${heading}. `).map((text) => ({ page, ...text })),
		),
	);
const cut = (text, size) =>
	Array.from({ length: Math.ceil(text.length / size) }, (_, n) =>
		text.slice(n * size, (n + 1) * size),
	);

/** Ways to cut the texts. `text` goes to the model, `key` is what is searched. */
export const chunkings = {
	'every 300 letters': () =>
		all((paragraphs) => cut(paragraphs.join(' '), 300).map((text) => ({ text, key: text }))),
	paragraphs: () => all((paragraphs) => paragraphs.map((text) => ({ text, key: text }))),
	'with headings': () =>
		all((paragraphs, above) => paragraphs.map((text) => ({ text, key: above + text }))),
	sections: () =>
		all((paragraphs, above) => {
			const text = paragraphs.join(' ');
			return [{ text, key: above + text }];
		}),
};
// #endregion chunks

/** Every stretch of twelve words that begins at every third: many small texts, for an index. */
export const stretches = () =>
	pages.flatMap(({ page, sections }) => {
		const text = sections
			.flatMap(({ paragraphs }) => paragraphs)
			.join(' ')
			.split(' ');
		return Array.from({ length: Math.floor((text.length - 12) / 3) }, (_, n) => ({
			page,
			text: text.slice(n * 3, n * 3 + 12).join(' '),
		}));
	});
