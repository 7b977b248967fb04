import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { BUILDS, builtPages } from './built-site.ts';

const validator = new HtmlValidate({
	extends: ['html-validate:standard'],
	rules: {
		// Matters of taste in generated markup, not of validity.
		'long-title': 'off',
		'no-trailing-whitespace': 'off',
		'attribute-boolean-style': 'off',
		'attribute-empty-style': 'off',
		'no-inline-style': 'off',
		'void-style': 'off',
		'doctype-style': 'off',
		'no-implicit-button-type': 'off',
		'require-sri': 'off',
		'prefer-native-element': 'off',
		'valid-id': ['error', { relaxed: true }],
	},
});
const [build] = BUILDS;
const pages = builtPages(build.folder);

describe.each(pages)('$path', ({ path, html, dom }) => {
	test('is valid HTML', async () => {
		const report = await validator.validateString(html, path);
		const messages = report.results.flatMap(({ messages }) =>
			messages
				.filter(({ severity }) => severity === 2)
				.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
		);
		expect(messages).toEqual([]);
	});

	test('has one h1, a title, a description and its own canonical address', () => {
		expect(dom.querySelectorAll('h1')).toHaveLength(1);
		expect(dom.querySelector('title')?.text).toBeTruthy();
		// A card to embed is no page of its own: it points to its topic's, and is not listed.
		const isCard = path.startsWith('/embed/');
		const said = (name: string) =>
			dom.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
		if (isCard) expect(said('robots')).toBe('noindex');
		else expect(said('description').length).toBeGreaterThan(50);
		const own = path === '/404.html' ? '404/' : path.slice(isCard ? '/embed/'.length : 1);
		expect(dom.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
			new URL(own, build.address).href,
		);
	});

	test('steps down one heading level at a time', () => {
		const levels = dom
			.querySelectorAll('h1,h2,h3,h4,h5,h6')
			.filter((heading) => !heading.closest('nav, dialog, mobile-starlight-toc, starlight-toc'))
			.map((heading) => Number(heading.tagName[1]));
		const start = levels.indexOf(1);
		const jumps = levels
			.slice(start)
			.filter((level, index, all) => index > 0 && level > all[index - 1]! + 1);
		expect(jumps).toEqual([]);
	});
});
