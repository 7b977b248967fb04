// What axe cannot see on a page as it was built: the states that only a reader's actions bring about.
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const STATES: Record<string, (page: Page) => Promise<void>> = {
	'a planned path': async (page) => {
		await page.goto('path/?goal=tls,transactions,nonsense&known=dns');
		await expect(page.locator('.result .topics > li').first()).toBeVisible();
		await page
			.getByRole('button', { name: /^Learned: / })
			.first()
			.click();
	},
	'a lit and filtered map': async (page) => {
		await page.goto('map/');
		await page.getByRole('main').getByLabel('Level').selectOption('core');
		await page.getByLabel('Light up').selectOption({ label: 'TLS and HTTPS' });
	},
	'progress with something set aside': async (page) => {
		await page.goto('progress/');
		await page.evaluate(() =>
			localStorage.setItem('handbook-progress', '{"version":1,"topics":7}'),
		);
		await page.reload();
		await expect(page.getByRole('region', { name: 'Set aside' })).toBeVisible();
	},
	'a question under review, answered': async (page) => {
		await page.goto('dns/');
		await page.locator('.question .choice summary').first().click();
		await expect
			.poll(() => page.evaluate(() => localStorage.getItem('handbook-progress') ?? ''))
			.toContain('dns#');
		await page.evaluate(() => {
			const kept = localStorage.getItem('handbook-progress')!;
			localStorage.setItem(
				'handbook-progress',
				kept.replace(/"due":"[^"]+"/, '"due":"2020-01-01T00:00:00.000Z"'),
			);
		});
		await page.goto('review/');
		await page.locator('.asked .choice summary').first().click();
		await expect(page.getByRole('button', { name: 'Next question' })).toBeVisible();
	},
	'an open question, opened': async (page) => {
		await page.goto('dns/');
		await page.locator('.question .answer summary').first().click();
		await expect(page.getByRole('button', { name: 'I had it' }).first()).toBeVisible();
	},
};

for (const [name, reach] of Object.entries(STATES))
	for (const colorScheme of ['light', 'dark'] as const)
		test(`${name} has no axe violation in ${colorScheme}, and fits 320 pixels`, async ({
			page,
		}) => {
			await page.emulateMedia({ colorScheme });
			await reach(page);
			const { violations } = await new AxeBuilder({ page }).analyze();
			expect(
				violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`),
			).toEqual([]);
			// As wide as a desktop window of 1280 pixels at 400 %.
			await page.setViewportSize({ width: 320, height: 256 });
			expect(
				await page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
				),
			).toBe(0);
		});

test('a path is planned by keyboard alone', async ({ page }) => {
	await page.goto('path/');
	const goal = page.getByLabel('A path, a section or a topic');
	await expect(goal).toBeVisible();
	await goal.focus();
	await page.keyboard.type('Domains and');
	await expect(goal.locator('option:checked')).toHaveText('Domains and hosting');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('.result .title').last()).toHaveText('Domains and hosting');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Remove Domains and hosting' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.locator('.result')).toBeHidden();
	await expect(goal).toBeFocused();
});
