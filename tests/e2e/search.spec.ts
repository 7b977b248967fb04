import { expect, test, type Page } from '@playwright/test';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the handbook' });
const options = (page: Page) => page.locator('site-search .results [role=option]');
const status = (page: Page) => page.locator('site-search dialog .status');

async function ask(page: Page, question: string): Promise<void> {
	await page.keyboard.press('/');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type(question);
}

test('by keyboard alone: slash, a question, an arrow, Enter, and the right heading', async ({
	page,
}) => {
	await page.goto('');
	await ask(page, 'dns ttl');
	await expect(options(page).first()).toContainText('DNS');
	await expect(status(page)).toContainText('for “dns ttl”');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true');
	const id = await options(page).nth(1).getAttribute('id');
	await expect(field(page)).toHaveAttribute('aria-activedescendant', id!);
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
	await ask(page, 'and/or');
	await expect(field(page)).toHaveValue('and/or');
});

test('other words, misspellings and symptoms find the topic', async ({ page }) => {
	await page.goto('');
	for (const [question, title] of [
		['NXDOMAIN', 'DNS'],
		['grahpql', 'GraphQL'],
		['how to store passwords', 'Hashing, encryption and passwords'],
		['n+1', 'Indexes and query plans'],
	] as const) {
		await page.keyboard.press('Control+k');
		await field(page).fill(question);
		await expect(options(page).first()).toContainText(title);
		await page.keyboard.press('Escape');
	}
});

test('the full text comes below, with the words in context', async ({ page }) => {
	await page.goto('');
	await ask(page, 'traceroute');
	const text = page.getByRole('group', { name: 'In the text' });
	await expect(text.getByRole('option').first()).toContainText('traceroute');
	await expect(text.locator('mark').first()).toBeVisible();
});

test('filters narrow the hits, and say how many there are', async ({ page }) => {
	await page.goto('');
	await ask(page, 'queue');
	const level = page.locator('site-search dialog select.level');
	await expect(level.locator('option[value=core]')).toContainText(/core \([1-9]/);
	await level.selectOption('foundation');
	await expect(options(page).first()).toContainText('Data structures');
	const section = page.locator('site-search dialog select.section');
	await level.selectOption('');
	await section.selectOption('messaging');
	await expect(options(page).first()).toContainText('Queues and message brokers');
});

test('nothing found says so, and where to look instead', async ({ page }) => {
	await page.goto('');
	await ask(page, 'qwvxqzkj');
	await expect(status(page)).toContainText('Nothing for “qwvxqzkj”');
	await expect(
		page.locator('site-search .nothing').getByRole('link', { name: 'the map' }),
	).toBeVisible();
});

test('without the full text the names still work, and it is said', async ({ page }) => {
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto('dns/');
	await ask(page, 'ttl');
	await expect(options(page).filter({ hasText: 'DNS' }).first()).toBeVisible();
	await expect(page.locator('site-search .missing')).toContainText('full text did not load');
});

test('without the names the full text still works, and it is said', async ({ page }) => {
	await page.route('**/api/search.json', (route) => route.abort());
	await page.goto('dns/');
	await ask(page, 'traceroute');
	await expect(options(page).first()).toContainText('traceroute');
	await expect(page.locator('site-search .missing')).toContainText('index of names did not load');
});

test('nothing is downloaded for the search before it is about to be opened', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('dns/', { waitUntil: 'networkidle' });
	expect(asked.filter((url) => /pagefind|search\.json|search-box|find\./.test(url))).toEqual([]);
	await page.locator('site-search a.open').hover();
	await expect.poll(() => asked.some((url) => url.endsWith('search.json'))).toBe(true);
});

test('recent searches are offered, and can be cleared', async ({ page }) => {
	await page.goto('');
	await ask(page, 'idempotency');
	await options(page).first().click();
	await page.waitForURL(/\/api-design\//);
	await page.keyboard.press('/');
	await expect(options(page).first()).toHaveText('idempotency');
	await options(page).first().click();
	await expect(field(page)).toHaveValue('idempotency');
	await field(page).fill('');
	await page.getByRole('button', { name: 'Clear recent searches' }).click();
	await expect(options(page)).toHaveCount(0);
});

test('the words are marked where the result leads, and leaving takes the marks away', async ({
	page,
}) => {
	const marks = () => page.evaluate(() => CSS.highlights.get('search')?.size ?? 0);
	await page.goto('');
	await ask(page, 'idempotency');
	await options(page).first().click();
	await page.waitForURL(/\/api-design\//);
	await expect.poll(marks).toBeGreaterThan(2);
	await page.reload();
	expect(await marks()).toBe(0);
});

test('a search has an address', async ({ page }) => {
	await page.goto('search/?q=kubernets');
	const box = page.locator('main search-box');
	await expect(box.locator('input')).toHaveValue('kubernets');
	await box.locator('input').fill('dead letter queue');
	await expect(box.locator('.results [role=option]').first()).toContainText(
		'Queues and message brokers',
	);
	await expect(page).toHaveURL(/q=dead\+letter\+queue/);
});

test('an address that does not exist searches for its words', async ({ page }) => {
	const response = await page.goto('certificate-chain/');
	expect(response?.status()).toBe(404);
	await expect(field(page)).toHaveValue('certificate chain');
	await expect(options(page).first()).toContainText('TLS');
});

test('resting on a term shows what it means, and moves nothing', async ({ page }) => {
	await page.goto('hosting-and-domains/');
	const term = page.locator('.sl-markdown-content .term').first();
	const heading = page.locator('.sl-markdown-content h2').last();
	await term.scrollIntoViewIfNeeded();
	const before = await heading.boundingBox();
	await term.getByRole('link').focus();
	await expect(term.getByRole('tooltip')).toBeVisible();
	expect(await heading.boundingBox()).toEqual(before);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the search leads to the glossary and to all headings', async ({ page }) => {
		await page.goto('dns/');
		await page.getByRole('link', { name: 'Search' }).first().click();
		await page.getByRole('link', { name: 'the glossary' }).click();
		await expect(page.getByText('TTL', { exact: true })).toBeVisible();
		await page.goto('headings/');
		expect(await page.getByRole('listitem').count()).toBeGreaterThan(500);
	});
});
