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
	await page.locator('site-search .results [role=option]').first().click();
	await expect(page).toHaveURL(/\/handbook\/(tls|http)/);
	expect(outside).toEqual([]);
});

test('below a path a way is planned, marked and drawn, and its links stay there', async ({
	page,
}) => {
	await page.goto('path/?goal=http');
	const last = page.locator('.result .topics > li').last();
	await last.getByRole('button', { name: 'Learned: HTTP' }).click();
	await last.getByRole('link', { name: 'HTTP' }).click();
	await expect(page).toHaveURL(/\/handbook\/http\/$/);
	await expect(page.getByRole('button', { name: 'Learned', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true',
	);
	await page
		.getByRole('region', { name: 'Its neighbours, drawn' })
		.locator('[data-topic="dns"]')
		.click();
	await expect(page).toHaveURL(/\/handbook\/dns\/$/);
});
