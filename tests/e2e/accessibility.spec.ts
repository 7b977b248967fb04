import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';

const addresses = [
	...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g),
].map(([, address]) => new URL(address!).pathname.slice(1));

test('the sitemap names the pages', () => {
	expect(addresses.length).toBeGreaterThan(20);
});

for (const address of [...addresses, '404.html'])
	for (const colorScheme of ['light', 'dark'] as const)
		test(`/${address} has no axe violation in ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			await page.goto(address);
			await page.evaluate(() => {
				for (const details of document.querySelectorAll<HTMLDetailsElement>('main details'))
					details.open = true;
			});
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(
					({ id, nodes }) =>
						`${id}: ${nodes
							.map(({ target }) => target.join(' '))
							.slice(0, 3)
							.join(', ')}`,
				),
			).toEqual([]);
		});
