import { expect, test, type Page } from '@playwright/test';

const PAGE = 'contributing/playground/';
const DOWNLOADS = /\.wasm|worker|frame\.html|prelude/;

/** Opens the editor of the page's first playground of a kind. */
async function open(page: Page, runner: 'sqlite' | 'postgres' | 'node') {
	await page.goto(PAGE);
	const block = page.locator(`[data-playground][data-runner="${runner}"]`).first();
	await block.getByRole('button', { name: 'Edit and run' }).click();
	const panel = page.locator('.playground').first();
	return {
		editor: panel.getByRole('textbox'),
		run: () => panel.getByRole('button', { name: 'Run' }).click(),
		reset: () => panel.getByRole('button', { name: 'Reset' }).click(),
		status: panel.getByRole('status'),
		printed: panel.locator('pre'),
		/** What the page shows as the block's output. */
		shown: block.locator(
			'xpath=ancestor::div[contains(@class,"expressive-code")][1]/following-sibling::div[1]//pre',
		),
	};
}

/** A text without the white space at the ends of its lines. */
const trimmed = async (text: Promise<string | null>) =>
	(await text)!.replace(/[ \t]+$/gm, '').trim();

test('nothing is downloaded before the reader asks', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(PAGE, { waitUntil: 'networkidle' });
	expect(asked.filter((url) => DOWNLOADS.test(url))).toEqual([]);
});

test('SQLite prints what the page shows, after the blocks above it', async ({ page }) => {
	const { run, printed, shown, status } = await open(page, 'sqlite');
	await run();
	await expect(status).toHaveText('Done.');
	expect(await trimmed(printed.textContent())).toBe(await trimmed(shown.innerText()));
});

test('SQLite runs several statements, keeps state, says errors in its own words, and is reset', async ({
	page,
}) => {
	const { editor, run, reset, printed, status } = await open(page, 'sqlite');
	await editor.fill(
		"insert into item (name, cents) values ('jug;', 1); select count(*) as n from item; select nope;",
	);
	await run();
	await expect(printed).toContainText('Error: no such column: nope');
	await expect(printed).toContainText(/n\s+---\s+4/);
	await reset();
	await editor.fill('select count(*) as n from item;');
	await run();
	await expect(status).toHaveText('Done.');
	await expect(printed).toContainText(/n\s+---\s+3/);
});

test('PostgreSQL prints its tables and errors as the server does', async ({ page }) => {
	test.slow();
	const { editor, run, printed, shown, status } = await open(page, 'postgres');
	await run();
	await expect(status).toHaveText('Done.', { timeout: 30_000 });
	expect(await trimmed(printed.textContent())).toBe(await trimmed(shown.innerText()));
	await editor.fill('insert into account values (3, -1);');
	await run();
	await expect(printed).toContainText('violates check constraint "account_cents_check"');
	await expect(printed).toContainText('DETAIL:  Failing row contains (3, -1).');
});

test('JavaScript prints as Node.js does', async ({ page }) => {
	const { run, printed, shown, status } = await open(page, 'node');
	await run();
	await expect(status).toHaveText('Done.');
	expect(await trimmed(printed.textContent())).toBe(await trimmed(shown.innerText()));
});

test('by keyboard: the button, the code, Control and Enter', async ({ page }) => {
	await page.goto(PAGE);
	await page.locator('[data-playground][data-runner="node"] .play').focus();
	await page.keyboard.press('Enter');
	const editor = page.locator('.playground textarea');
	await expect(editor).toBeFocused();
	await editor.fill('console.log(1 + 1)');
	await page.keyboard.press('Control+Enter');
	await expect(page.locator('.playground pre')).toHaveText('2');
	await editor.focus();
	await page.keyboard.press('Tab');
	await expect(page.locator('.playground').getByRole('button', { name: 'Run' })).toBeFocused();
});

test('code that never ends is stopped, and the page stays alive', async ({ page }) => {
	test.slow();
	const { editor, run, printed } = await open(page, 'node');
	await editor.fill('for (;;);');
	await run();
	await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
	await expect(printed).toHaveText('Stopped after 10 seconds.', { timeout: 20_000 });
	await editor.fill('console.log("alive")');
	await run();
	await expect(printed).toHaveText('alive');
});

test('code reaches nothing that the handbook keeps in the browser', async ({ page }) => {
	const { editor, run, printed } = await open(page, 'node');
	await page.evaluate(() => localStorage.setItem('secret', 'of the reader'));
	await editor.fill(`
		const attempts = {
			localStorage: () => localStorage.getItem('secret'),
			caches: () => caches.keys(),
			indexedDB: () => new Promise((yes, no) => { const r = indexedDB.open('x'); r.onsuccess = yes; r.onerror = () => no(r.error); }),
			page: () => parent.document.title,
		};
		for (const [name, attempt] of Object.entries(attempts)) {
			try { await attempt(); console.log(name, 'reached'); } catch { console.log(name, 'refused'); }
		}`);
	await run();
	await expect(printed).toHaveText(
		'localStorage refused\ncaches refused\nindexedDB refused\npage refused',
	);
});

test('an engine that does not load is said, and can be tried again', async ({ page }) => {
	await page.route('**/*.wasm', (route) => route.abort());
	const { run, status } = await open(page, 'sqlite');
	await run();
	await expect(status).toContainText('could not be started');
	await page.unroute('**/*.wasm');
	await run();
	await expect(status).toHaveText('Done.');
});
