import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BUILDS, builtPages } from './built-site.ts';

describe.each(BUILDS)('links of the site $name', ({ folder, address }) => {
	const pages = builtPages(folder);
	const base = new URL(address).pathname;
	const ids = new Map(
		pages.map(({ path, dom }) => [path, new Set(dom.querySelectorAll('[id]').map((e) => e.id))]),
	);

	test('there are pages', () => {
		expect(pages.length).toBeGreaterThan(20);
	});

	test.each(pages)('$path leads nowhere that does not exist', ({ path, dom }) => {
		const broken: string[] = [];
		const attributes = [
			['a', 'href'],
			['link:not([rel="canonical"])', 'href'],
			['script', 'src'],
			['img', 'src'],
		] as const;
		for (const [tag, attribute] of attributes)
			for (const element of dom.querySelectorAll(`${tag}[${attribute}]`)) {
				const link = element.getAttribute(attribute)!;
				const url = new URL(link, new URL(path.slice(1), address));
				if (url.origin !== new URL(address).origin) continue;
				if (!url.pathname.startsWith(base)) {
					broken.push(`${link}: outside of the base path ${base}`);
					continue;
				}
				const target = decodeURIComponent(`/${url.pathname.slice(base.length)}`);
				if (!ids.has(target)) {
					if (!existsSync(join(folder, target)) || target.endsWith('/'))
						broken.push(`${link}: no such page or file`);
				} else if (url.hash && !ids.get(target)!.has(decodeURIComponent(url.hash.slice(1))))
					broken.push(`${link}: no element of that page has this id`);
			}
		expect(broken, `broken links on ${path}`).toEqual([]);
	});
});
