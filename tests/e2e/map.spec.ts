import { expect, test } from '@playwright/test';

test.beforeEach(async ({ page }) => {
	await page.goto('map/');
	await expect(page.locator('roadmap-map form')).toBeVisible();
});

const drawn = (id: string) => `svg.topic-map [data-topic="${id}"]`;

test('hovering over a topic lights up what it needs and what it opens, and nothing else', async ({
	page,
}) => {
	await page.locator(drawn('dns')).hover();
	for (const id of ['what-is-backend', 'how-the-internet-works', 'dns', 'http', 'rest'])
		await expect(page.locator(drawn(id)), id).toHaveClass(/\blit\b/);
	for (const id of ['sql', 'command-line', 'git'])
		await expect(page.locator(drawn(id)), id).not.toHaveClass(/\blit\b/);
	await expect(page.locator('path[data-from="dns"][data-to="http"]')).toHaveClass(/\blit\b/);
	await expect(page.locator('path[data-from="tcp-and-udp"][data-to="http"]')).not.toHaveClass(
		/\blit\b/,
	);
	await expect(page.locator('.chosen')).toHaveText(/^DNS, foundation: needs 2, opens \d+\.$/);
});

test('arrow keys walk along edges, and Enter opens the page', async ({ page }) => {
	await page.locator(drawn('how-the-internet-works')).focus();
	await page.keyboard.press('ArrowLeft');
	await expect(page.locator(drawn('what-is-backend'))).toBeFocused();
	await page.keyboard.press('ArrowRight');
	const here = page.locator(':focus');
	const opened = await here.getAttribute('data-topic');
	await expect(page.locator(`path[data-from="what-is-backend"][data-to="${opened}"]`)).toHaveCount(
		1,
	);
	await page.locator(drawn('dns')).focus();
	await page.keyboard.press('ArrowUp');
	const above = await page.locator(':focus').boundingBox();
	expect(above!.y).toBeLessThan((await page.locator(drawn('dns')).boundingBox())!.y);
	await page.locator(drawn('dns')).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('DNS');
});

test('a topic is chosen from the list, lit up and brought into view', async ({ page }) => {
	await page.getByLabel('Light up').selectOption({ label: 'HTTP' });
	await expect(page.locator(drawn('http'))).toBeInViewport();
	await expect(page.locator(drawn('tcp-and-udp'))).toHaveClass(/\blit\b/);
	await expect(page.locator('.chosen')).toContainText('HTTP, foundation: needs');
});

test('filters fade the drawing, shorten the lists and say how many are left', async ({ page }) => {
	await page.getByRole('main').getByLabel('Section').selectOption('internet');
	await expect(page.locator('.chosen')).toHaveText('8 topics.');
	await expect(page.locator('[data-row]:visible')).toHaveCount(8);
	await expect(page.locator(drawn('sql'))).toHaveClass(/\boff\b/);
	await page.getByRole('main').getByLabel('Level').selectOption('core');
	const left = await page.locator('[data-row]:visible').count();
	expect(left).toBeLessThan(8);
	await expect(page.locator('.chosen')).toHaveText(`${left} topics.`);
	await page.getByRole('main').getByLabel('Section').selectOption('');
	await page.getByRole('main').getByLabel('Level').selectOption('');
	await expect(page.locator('svg .off')).toHaveCount(0);
});

test('it zooms by buttons and by the wheel with Ctrl, and is dragged', async ({ page }) => {
	const svg = page.locator('svg.topic-map');
	const width = async () => (await svg.boundingBox())!.width;
	const before = await width();
	await page.getByRole('button', { name: 'Zoom in' }).click();
	expect(await width()).toBeGreaterThan(before);
	await page.getByRole('button', { name: 'Fit' }).click();
	const frame = page.locator('.map-scroll');
	const box = (await frame.boundingBox())!;
	expect(await width()).toBeLessThanOrEqual(box.width + 1);
	await page.mouse.move(box.x + box.width / 2, box.y + 60);
	await page.keyboard.down('Control');
	for (let n = 0; n < 5; n++) await page.mouse.wheel(0, -100);
	await page.keyboard.up('Control');
	await expect.poll(width).toBeGreaterThan(before);
	const start = await frame.evaluate((e) => e.scrollLeft);
	await page.mouse.down();
	await page.mouse.move(box.x + 100, box.y + 60, { steps: 5 });
	await page.mouse.up();
	expect(await frame.evaluate((e) => e.scrollLeft)).toBeGreaterThan(start);
	await expect(page).toHaveURL(/\/map\/$/);
});

test('each topic and each section has a small map of its own', async ({ page }) => {
	await page.goto('http/');
	const around = page.getByRole('region', { name: 'Its neighbours, drawn' });
	await expect(around.locator('[data-topic="http"]')).toHaveAttribute('aria-current', 'page');
	for (const id of ['dns', 'tcp-and-udp', 'how-the-internet-works', 'tls'])
		await expect(around.locator(`[data-topic="${id}"]`)).toHaveCount(1);
	await page.goto('internet/');
	await page
		.getByRole('region', { name: 'The section, drawn' })
		.getByRole('link', { name: 'TLS and HTTPS' })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('TLS and HTTPS');
});

test('what is learned is marked on the map, and marked from its lists', async ({ page }) => {
	await page.locator('[data-row="dns"]').getByRole('button', { name: 'Learned: DNS' }).click();
	await expect(page.locator(drawn('dns'))).toHaveClass(/\bmarked\b/);
});
