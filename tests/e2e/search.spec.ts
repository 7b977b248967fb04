import { expect, test } from '@playwright/test';

test('by keyboard alone: slash, a question, an arrow, Enter, and the right heading', async ({
	page,
}) => {
	await page.goto('');
	await expect(page.locator('site-search button.open')).toBeEnabled();
	await page.keyboard.press('/');
	const field = page.getByRole('searchbox', { name: 'Search the handbook' });
	await expect(field).toBeFocused();
	await page.keyboard.type('time to live');
	const results = page.locator('site-search .results');
	await expect(results.getByRole('link').first()).toContainText('DNS');
	await expect(results.getByRole('link').first()).toContainText('Internet basics');
	await expect(page.locator('#search-status')).toContainText('for “time to live”');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/dns\/#.+/);
	await expect(page.locator('site-search dialog')).toBeHidden();
});

test('Ctrl-K opens it and Escape closes it', async ({ page }) => {
	await page.goto('dns/');
	await page.keyboard.press('Control+k');
	await expect(page.locator('site-search dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('site-search dialog')).toBeHidden();
});

test('a slash typed into a field stays a slash', async ({ page }) => {
	await page.goto('');
	await page.keyboard.press('/');
	await page.keyboard.type('and/or');
	await expect(page.getByRole('searchbox')).toHaveValue('and/or');
});

test('other words that people use for a topic find it', async ({ page }) => {
	await page.goto('');
	await page.keyboard.press('/');
	await page.keyboard.type('NXDOMAIN');
	await expect(page.locator('site-search .results').getByRole('link').first()).toContainText('DNS');
});

test('nothing found says so', async ({ page }) => {
	await page.goto('');
	await page.keyboard.press('/');
	await page.keyboard.type('qwvxqzkj');
	await expect(page.locator('#search-status')).toContainText('Nothing for “qwvxqzkj”');
});

test('the index that does not load is said, and the page goes on', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto('dns/');
	await page.keyboard.press('/');
	await page.keyboard.type('ttl');
	await expect(page.locator('#search-status')).toContainText('did not load');
});

test('nothing is downloaded for the search before it is opened', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('dns/', { waitUntil: 'networkidle' });
	expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
});

test('an address that does not exist searches for its words', async ({ page }) => {
	const response = await page.goto('certificate-chain/');
	expect(response?.status()).toBe(404);
	await expect(page.getByRole('searchbox')).toHaveValue('certificate chain');
	await expect(page.locator('site-search .results').getByRole('link').first()).toContainText('TLS');
});
