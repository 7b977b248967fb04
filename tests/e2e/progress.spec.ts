import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

const KEY = 'handbook-progress';
const learned = (page: Page) =>
	page
		.getByRole('region', { name: 'Done with this page?' })
		.getByRole('button', { name: 'Learned' });
const saved = (page: Page) =>
	page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as unknown, KEY);

test('a topic is marked, stays marked, is announced, and the mark is taken back', async ({
	page,
}) => {
	await page.goto('dns/');
	await learned(page).click();
	await expect(learned(page)).toHaveAttribute('aria-pressed', 'true');
	await expect(
		page.getByRole('region', { name: 'Done with this page?' }).getByRole('status'),
	).toHaveText('DNS is marked as learned.');
	await page.reload();
	await expect(learned(page)).toHaveAttribute('aria-pressed', 'true');
	await learned(page).press('Enter');
	await expect(learned(page)).toHaveAttribute('aria-pressed', 'false');
	await page.goto('progress/');
	await expect(page.locator('.totals')).toContainText('0 learned, 0 known before');
});

test('two open tabs agree', async ({ page, context }) => {
	await page.goto('dns/');
	const other = await context.newPage();
	await other.goto('dns/');
	await learned(page).click();
	await expect(learned(other)).toHaveAttribute('aria-pressed', 'true');
	await other.goto('http/');
	await learned(other).click();
	await page.goto('progress/');
	await expect(page.locator('.totals')).toContainText('2 learned');
});

test('suggestions follow what is known, lead to the goal, and say why', async ({ page }) => {
	await page.goto('path/?goal=tls&known=dns');
	await page.getByRole('button', { name: 'Make these my goals' }).click();
	await page.goto('map/');
	for (const title of ['The command line', 'DNS'])
		await page.getByRole('button', { name: `Knew it: ${title}` }).click();
	await page.goto('');
	const now = page.getByRole('region', { name: 'What you can learn now' });
	await expect(now.getByRole('listitem').first()).toContainText(
		'TCP, UDP and socketsOn the way to TLS and HTTPS: HTTP needs it.',
	);
	expect(await now.getByRole('listitem').count()).toBeLessThanOrEqual(3);
	await expect(now.getByRole('link', { name: 'DNS' })).toHaveCount(0);
	await page.goto('tcp-and-udp/');
	await expect(now.getByRole('link').first()).toHaveText('HTTP');
});

test('it is exported, and imported into another browser, where it merges', async ({
	page,
	browser,
	baseURL,
}) => {
	await page.goto('dns/');
	await learned(page).click();
	await page.goto('progress/');
	const waiting = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export to a file' }).click();
	const file = await (await waiting).path();
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
		version: 1,
		topics: { dns: { state: 'learned' } },
	});
	const elsewhere = await browser.newPage({ baseURL: baseURL! });
	await elsewhere.goto('http/');
	await learned(elsewhere).click();
	await elsewhere.goto('progress/');
	await elsewhere.locator('input[type="file"]').setInputFiles(file);
	await expect(elsewhere.locator('.said')).toHaveText('1 entry read and merged.');
	await expect(elsewhere.locator('.totals')).toContainText('2 learned');
	await elsewhere.close();
});

for (const [what, content, message] of [
	['not JSON', 'learned: all of it', 'Nothing was imported. It is not JSON'],
	['of a newer version', '{"version":9}', 'Nothing was imported. It was saved by a newer version'],
	['another file', '{"name":"x"}', 'Nothing was imported. It is not progress'],
] as const)
	test(`a file that is ${what} is refused, and nothing is lost`, async ({ page }) => {
		await page.goto('dns/');
		await learned(page).click();
		await page.goto('progress/');
		await page.locator('input[type="file"]').setInputFiles({
			name: 'x.json',
			mimeType: 'application/json',
			buffer: Buffer.from(content),
		});
		await expect(page.locator('.said')).toContainText(message);
		await expect(page.locator('.totals')).toContainText('1 learned');
	});

for (const [what, text, kept] of [
	['cut off', '{"version":1,"topics":{"dns":{"sta', 0],
	['of a newer version', '{"version":2,"everything":"new"}', 0],
	[
		'damaged in one place',
		'{"version":1,"topics":{"http":{"state":"learned","at":"2026-11-20T10:00:00.000Z"},"dns":7}}',
		1,
	],
] as const)
	test(`saved progress that is ${what} is set aside, told, and can be had back`, async ({
		page,
	}) => {
		await page.addInitScript(
			([key, text]) => {
				if (!sessionStorage.getItem('done')) localStorage.setItem(key, text);
				sessionStorage.setItem('done', '1');
			},
			[KEY, text] as const,
		);
		await page.goto('dns/');
		const region = page.getByRole('region', { name: 'Done with this page?' });
		await expect(region.locator('.trouble')).toContainText('was set aside, not deleted');
		await learned(page).click();
		await page.goto('progress/');
		await expect(page.locator('.totals')).toContainText(`${kept + 1} learned`);
		const aside = page.getByRole('region', { name: 'Set aside' });
		await expect(aside).toContainText(`${text.length} characters`);
		const waiting = page.waitForEvent('download');
		await aside.getByRole('button', { name: 'Save it as a file' }).click();
		expect(readFileSync(await (await waiting).path(), 'utf8')).toBe(text);
		await aside.getByRole('button', { name: 'Try to read it again' }).click();
		await expect(page.locator('.said')).toContainText('Still not whole.');
		await expect(aside).toBeVisible();
	});

test('where nothing can be kept, the reader is told and the page works', async ({ page }) => {
	await page.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await page.goto('dns/');
	await learned(page).click();
	await expect(learned(page)).toHaveAttribute('aria-pressed', 'true');
	await expect(
		page.getByRole('region', { name: 'Done with this page?' }).locator('.trouble'),
	).toContainText('does not let the page keep anything');
	expect(await saved(page)).toBeNull();
});

test('where storage is forbidden altogether, the page works', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get() {
				throw new DOMException('denied', 'SecurityError');
			},
		});
	});
	await page.goto('dns/');
	await learned(page).click();
	await expect(learned(page)).toHaveAttribute('aria-pressed', 'true');
	await expect(page.locator('.choice').first()).toBeVisible();
});
