import { expect, test } from '@playwright/test';
import { builtPages } from '../build/built-site.ts';

for (const { path } of builtPages('dist').filter((page) => !page.path.startsWith('/embed/')))
	test(`${path} does not scroll sideways, at 412 and at 320 pixels`, async ({ page }) => {
		await page.goto(path.slice(1));
		for (const width of [412, 320]) {
			await page.setViewportSize({ width, height: 800 });
			const overflow = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			expect(overflow, `${width} px wide`).toBe(0);
		}
	});

test('the menu opens, leads to another page of the section, and search works by touch', async ({
	page,
}) => {
	await page.goto('dns/');
	await page.getByRole('button', { name: 'Menu' }).tap();
	await page.locator('#starlight__sidebar').getByRole('link', { name: 'HTTP', exact: true }).tap();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('HTTP');
	await page.locator('site-search a.open').tap();
	await page.locator('site-search input').fill('cookie');
	await expect(page.locator('site-search .results [role=option]').first()).toBeVisible();
});
