import { expect, test } from '@playwright/test';

test('below a path everything works as at a root', async ({ page }) => {
	const outside: string[] = [];
	page.on('request', (request) => {
		if (!new URL(request.url()).pathname.startsWith('/handbook/')) outside.push(request.url());
	});
	await page.goto('');
	await page.getByRole('link', { name: 'Internet basics' }).first().click();
	await page.getByRole('link', { name: 'DNS', exact: true }).first().click();
	await expect(page).toHaveURL(/\/handbook\/dns\/$/);
	await page.keyboard.press('/');
	await page.keyboard.type('certificate');
	await page.locator('site-search .results').getByRole('link').first().click();
	await expect(page).toHaveURL(/\/handbook\/(tls|http)/);
	expect(outside).toEqual([]);
});
