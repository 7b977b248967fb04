import { expect, test } from '@playwright/test';

test('a newcomer gets from the front page to the first topic and on to the next', async ({
	page,
}) => {
	await page.goto('');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Learn backend development by watching it run',
	);
	await page.getByRole('link', { name: 'What backend development is' }).first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What backend development is');
	const next = page.locator('a[rel="next"]');
	const title = await next.locator('.link-title').textContent();
	await next.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title!);
});

test('a page says what to know first, and why, and what it opens up', async ({ page }) => {
	await page.goto('http/');
	const first = page.getByRole('region', { name: 'Know first' });
	await expect(first.getByRole('link')).toHaveText(['DNS', 'TCP, UDP and sockets']);
	await expect(first.getByRole('listitem').first()).toContainText(/DNS: \S.{20,}/);
	await expect(
		page
			.getByRole('region', { name: 'This opens up' })
			.getByRole('link', { name: 'TLS and HTTPS' }),
	).toBeVisible();
	await first.getByRole('link', { name: 'DNS' }).click();
	await expect(page).toHaveURL(/\/dns\/$/);
	await expect(
		page
			.getByRole('navigation', { name: 'Breadcrumb' })
			.getByRole('link', { name: 'Internet basics' }),
	).toBeVisible();
});

test('previous and next never put a topic before what it needs', async ({ page }) => {
	test.setTimeout(180_000); // it walks through the whole handbook
	const order: string[] = [];
	await page.goto('what-is-backend/');
	for (;;) {
		order.push(new URL(page.url()).pathname);
		const needs = await page
			.getByRole('region', { name: 'Know first' })
			.getByRole('link')
			.evaluateAll((links) =>
				links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
			);
		for (const need of needs) expect(order, `${page.url()} needs ${need} first`).toContain(need);
		const next = page.locator('a[rel="next"]');
		if ((await next.count()) === 0) break;
		await page.goto((await next.getAttribute('href'))!);
	}
	expect(order.length).toBeGreaterThanOrEqual(12);
});

test('a question explains each choice when it is opened', async ({ page }) => {
	await page.goto('dns/');
	const question = page.locator('.question').first();
	const right = question.locator('.choice[data-correct]');
	await expect(right.locator('.verdict')).toBeHidden();
	await right.locator('summary').click();
	await expect(right.locator('.verdict')).toHaveText('✓ Right');
	const wrong = question.locator('.choice:not([data-correct])').first();
	await wrong.locator('summary').click();
	await expect(wrong.locator('.verdict')).toHaveText('✗ Not this one');
	const see = question.getByRole('link', { name: 'The passage that explains it' });
	const id = (await see.getAttribute('href'))!;
	await see.click();
	await expect(page.locator(id)).toBeInViewport();
});

test('every heading links to itself, and the link brings a reader to it', async ({
	page,
	context,
}) => {
	await page.goto('dns/');
	const anchor = page
		.locator('.sl-markdown-content .sl-heading-wrapper')
		.nth(2)
		.locator('a.sl-anchor-link');
	await expect(anchor).toBeVisible();
	const href = await anchor.evaluate((a) => (a as HTMLAnchorElement).href);
	const other = await context.newPage();
	await other.goto(href);
	await expect(other.locator(`#${new URL(href).hash.slice(1)}`)).toBeInViewport();
});

test('a block says what ran it, and is copied without its prompts', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('http/');
	const block = page.locator('.program', { hasText: 'stock()' }).first();
	await expect(block.locator('.ran')).toContainText(/Ran.*Bash \d/);
	await block.getByRole('button', { name: 'Copy to clipboard' }).click();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toMatch(/^stock\(\) \{/);
	expect(copied).not.toMatch(/^[$>] /m);
});

test('set-up is folded, one click away, and a block that is not run says why', async ({ page }) => {
	await page.goto('dns/');
	const setUp = page.locator('details.set-up').first();
	await expect(setUp.locator('pre')).toBeHidden();
	await setUp.locator('summary').click();
	await expect(setUp.locator('pre')).toBeVisible();
	await page.goto('command-line/');
	await expect(page.locator('.ran', { hasText: 'Not run here' }).first()).toContainText(
		'needs a second machine to log in to',
	);
});

test('a block says which of several sessions it is, and that it waits', async ({ page }) => {
	await page.goto('transactions/');
	const waiting = page.locator('.program', { hasText: 'Waits' }).first();
	await expect(waiting.locator('.title')).toHaveText('Session b');
	await expect(waiting.locator('.ran')).toHaveText('Waitsfor a lock that another session holds');
});

test('the theme can be changed and stays changed', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('dns/');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	await page.getByLabel('Select theme').first().selectOption('dark');
	await page.goto('http/');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the page is read, its questions answered and its links followed', async ({ page }) => {
		await page.goto('dns/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.locator('svg.diagram').first()).toBeVisible();
		const right = page.locator('.choice[data-correct]').first();
		await right.locator('summary').click();
		await expect(right.locator('.verdict')).toBeVisible();
		await page.getByRole('region', { name: 'Know first' }).getByRole('link').first().click();
		await expect(page).toHaveURL(/how-the-internet-works/);
	});
});
