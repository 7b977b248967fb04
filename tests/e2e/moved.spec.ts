import { expect, test } from '@playwright/test';

test('a fragment that has moved leads to where its heading went, on another page too', async ({
	page,
}) => {
	await page.route('**/api/moved.json', (route) =>
		route.fulfill({ json: { 'dns#old-place': 'tls#certificates' } }),
	);
	await page.goto('dns/#old-place');
	await expect(page).toHaveURL(/\/tls\/#certificates$/);
	await page.goto('dns/#never-was');
	await page.waitForLoadState('networkidle');
	await expect(page).toHaveURL(/\/dns\/#never-was$/);
});

test('nothing is asked for when the fragment is there', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('dns/#ttl', { waitUntil: 'networkidle' });
	expect(asked.filter((url) => url.includes('moved'))).toEqual([]);
});
