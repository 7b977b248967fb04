import { expect, test } from '@playwright/test';
import ICAL from 'ical.js';
import { readFileSync } from 'node:fs';

test('a reader says what to reach and what is known, and gets the shortest list with reasons', async ({
	page,
}) => {
	await page.goto('path/');
	await page.getByLabel('A path, a section or a topic').selectOption({ label: 'HTTP' });
	await page.getByRole('button', { name: 'Add' }).first().click();
	const titles = page.locator('.result .topics .title');
	await expect(titles).toHaveText([
		'What backend development is',
		'The command line',
		'How the internet works',
		'TCP, UDP and sockets',
		'DNS',
		'HTTP',
	]);
	await expect(page.locator('.result .topics > li').nth(4)).toContainText(
		/You need this for HTTP: \S/,
	);
	await page.getByLabel('A topic or a section').selectOption({ label: 'TCP, UDP and sockets' });
	await page.locator('[data-add="known"]').click();
	await expect(titles).toHaveText(['DNS', 'HTTP']);
	await expect(page.locator('.totals')).toContainText(/^2 topics: \d+ min of reading/);
	await page.getByRole('button', { name: 'Remove TCP, UDP and sockets' }).click();
	await expect(titles).toHaveCount(6);
	await page.goBack();
	await expect(titles).toHaveCount(2);
});

test('the whole state is in the address, and the same address gives the same path', async ({
	page,
	context,
}) => {
	await page.goto('path/?goal=tls&known=dns&pace=2&from=2026-12-01');
	const list = page.locator('.result .topics');
	await expect(list.locator('.title').last()).toHaveText('TLS and HTTPS');
	await page.getByLabel('Hours a week').fill('4');
	await page.getByLabel('Hours a week').blur();
	await expect(page).toHaveURL(/pace=4/);
	const text = await list.innerText();
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.locator('.result .topics .title').last()).toBeVisible();
	expect(await other.locator('.result .topics').innerText()).toBe(text);
	await expect(other.locator('.totals')).toContainText(/you are there on \d+ December 2026/);
});

test('a path is downloaded as Markdown and as a calendar that another program reads', async ({
	page,
}) => {
	await page.goto('path/?goal=http&known=tcp-and-udp&pace=3&from=2026-12-01');
	const download = async (name: string) => {
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name }).click();
		return readFileSync(await (await waiting).path(), 'utf8');
	};
	const markdown = await download('Download as Markdown');
	expect(markdown).toMatch(
		/^- \[ \] \[DNS\]\(http:\/\/localhost:4331\/dns\/\) \(foundation, \d+ min\)/m,
	);
	const events = new ICAL.Component(ICAL.parse(await download('Download as a calendar')))
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));
	expect(events.map(({ summary }) => summary)).toEqual(['DNS', 'HTTP']);
	expect(events[0]!.startDate.toString()).toBe('2026-12-01');
});

test('a planned topic is on the path, without a link', async ({ page, request }) => {
	const { topics } = (await (await request.get('api/graph.json')).json()) as {
		topics: { id: string; status: string }[];
	};
	const planned = topics.find(({ status }) => status === 'planned');
	test.skip(planned === undefined, 'every topic has a page');
	await page.goto(`path/?goal=${planned!.id}`);
	const last = page.locator('.result .topics > li').last();
	await expect(last).toContainText('in preparation');
	await expect(last.getByRole('link')).toHaveCount(0);
});

for (const [what, query] of [
	['an unknown topic', 'goal=dsn,http'],
	['markup', 'goal=http,%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E'],
	['a broken escape', 'goal=http,%E0%A4%A'],
	['numbers that do not fit', 'goal=http,x&pace=1e9&from=2026-99-99'],
] as const)
	test(`an address with ${what} still gives the rest, and says what was left out`, async ({
		page,
	}) => {
		const errors: Error[] = [];
		page.on('pageerror', (error) => errors.push(error));
		page.on('dialog', (dialog) => errors.push(new Error(dialog.message())));
		await page.goto(`path/?${query}`);
		await expect(page.locator('.result .topics .title').last()).toHaveText('HTTP');
		await expect(page.locator('path-planner > .trouble')).toContainText('It was left out.');
		await expect(page.getByLabel('Hours a week')).toHaveValue('5');
		expect(errors).toEqual([]);
	});

test('a named path is a page of its own, and can be made the reader’s own', async ({ page }) => {
	await page.goto('path/');
	await page.getByRole('link', { name: 'From the frontend to the backend' }).click();
	await expect(page).toHaveURL(/\/path\/frontend-to-backend\/$/);
	const titles = await page.locator('.path .topics > li').count();
	await page.getByRole('link', { name: 'Make it yours' }).click();
	await expect(page.locator('.result .topics > li')).toHaveCount(titles);
});

test('on paper there is the list, and no form', async ({ page }) => {
	await page.goto('path/?goal=http');
	await expect(page.locator('.result .topics > li')).toHaveCount(6);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('.result .topics > li').first()).toBeVisible();
	for (const hidden of ['fieldset', '.tools', 'progress-mark', '.named'])
		await expect(page.locator(`path-planner ${hidden}`).first()).toBeHidden();
});

test('without the roadmap it says so, and the named paths are there', async ({ page }) => {
	await page.route('**/api/graph.json', (route) => route.abort());
	await page.goto('path/?goal=http');
	await expect(page.locator('path-planner > .trouble')).toContainText('The roadmap did not load');
	await expect(page.getByRole('link', { name: 'Databases in depth' })).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the named paths are readable', async ({ page }) => {
		await page.goto('path/');
		await page.getByRole('link', { name: 'A first backend in Node.js' }).click();
		await expect(page.locator('.path .topics > li').first()).toContainText('You need this for');
	});
});
