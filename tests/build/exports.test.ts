import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import type { GraphDocument } from '../../src/schemas/api.ts';
import { BUILDS } from './built-site.ts';

describe.each(BUILDS)('$name', ({ folder, address }) => {
	const read = (path: string) => readFileSync(join(folder, path), 'utf8');
	const topics = (JSON.parse(read('api/graph.json')) as GraphDocument).topics.filter(
		({ status }) => status === 'published',
	);

	test('every topic is there as Markdown, without the components of the page', () => {
		for (const { id, title } of topics) {
			const text = read(`${id}.md`);
			expect(text.startsWith(`# ${title}\n`), id).toBe(true);
			const prose = text.replace(/^ *```[\s\S]*?^ *```$/gm, '');
			expect(prose, id).not.toMatch(
				/<\/?(Term|Listing|Question|Choice|Answer|Exercise|Check|Solution)\b/,
			);
			expect(prose, id).not.toMatch(/\]\(\/[a-z]/);
			expect(text).toContain(`${address}${id}/`);
		}
	});

	test('a program that a page shows stands in its Markdown', () => {
		expect(read('authorization.md')).toContain('export const has = (user, permission)');
	});

	test('llms.txt names every topic, and each of its addresses is there', () => {
		const links = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, url]) => url!);
		expect(links).toHaveLength(topics.length);
		const files = new Set(readdirSync(folder));
		for (const url of links) expect(files.has(url.slice(address.length)), url).toBe(true);
		expect(read('llms-full.txt').length).toBeGreaterThan(topics.length * 5000);
	});

	test('the feed has an id, a time and an address for every entry, the latest first', () => {
		const feed = parse(read('feed.xml'));
		const times = feed.querySelectorAll('entry updated').map(({ text }) => text);
		expect(times.length).toBeGreaterThan(10);
		expect(times).toEqual(times.toSorted().toReversed());
		for (const entry of feed.querySelectorAll('entry')) {
			expect(entry.querySelector('id')!.text.startsWith(address)).toBe(true);
			expect(entry.querySelector('title')!.text).not.toBe('');
		}
		const page = parse(read('dns/index.html'));
		const link = page.querySelector('link[type="application/atom+xml"]')!.getAttribute('href')!;
		expect(new URL(link, address).href).toBe(`${address}feed.xml`);
	});

	test('every topic says in JSON-LD what it teaches, what it needs, and how long it takes', () => {
		for (const { id, title, prerequisites } of topics) {
			const page = parse(read(`${id}/index.html`));
			const text = page.querySelector('script[type="application/ld+json"]')!.text;
			const [article, crumbs] = (JSON.parse(text) as { '@graph': Record<string, unknown>[] })[
				'@graph'
			];
			expect(article).toMatchObject({ headline: title, url: `${address}${id}/` });
			expect(article!['teaches'], id).not.toEqual([]);
			expect(article!['competencyRequired'], id).toHaveLength(prerequisites.length);
			expect(article!['timeRequired']).toMatch(/^PT\d+M$/);
			expect(crumbs!['itemListElement']).toHaveLength(3);
		}
	});

	test('every topic has a card to embed: small, without script, and said by oEmbed', () => {
		for (const { id, title } of topics) {
			const card = read(`embed/${id}/index.html`);
			expect(card.length, id).toBeLessThan(15_000);
			expect(card, id).not.toMatch(/<script|<img|src=|@import|url\(/);
			const page = parse(read(`${id}/index.html`));
			const link = page
				.querySelector('link[type="application/json+oembed"]')!
				.getAttribute('href')!;
			const answer = JSON.parse(read(link.slice(address.length))) as Record<string, unknown>;
			expect(answer).toMatchObject({ version: '1.0', type: 'rich', title });
			expect(answer['html']).toContain(`src="${address}embed/${id}/"`);
			expect(read(`badge/${id}.svg`)).toContain('Read first: ');
		}
	});
});
