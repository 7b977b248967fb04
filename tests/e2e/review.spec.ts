import { expect, test, type Page } from '@playwright/test';

const KEY = 'handbook-progress';

/** Answers the first question with choices of a page, rightly or wrongly. */
async function answer(page: Page, topic: string, right: boolean): Promise<void> {
	await page.goto(`${topic}/`);
	const question = page.locator('.question:has(.choice)').first();
	await question
		.locator(right ? '.choice[data-correct] summary' : '.choice:not([data-correct]) summary')
		.first()
		.click();
	await expect
		.poll(() => page.evaluate((key) => localStorage.getItem(key) ?? '', KEY))
		.toContain(`"${topic}#`);
}

/** Makes all answers as old as so many days ago. */
const age = (page: Page, days: number) =>
	page.evaluate(
		([key, days]) => {
			const text = localStorage.getItem(key as string)!;
			const earlier = (date: string) =>
				new Date(Date.parse(date) - Number(days) * 86_400_000).toISOString();
			const kept = JSON.parse(text) as {
				cards: Record<string, { due: string; last_review: string }>;
			};
			for (const card of Object.values(kept.cards)) {
				card.due = earlier(card.due);
				card.last_review = earlier(card.last_review);
			}
			localStorage.setItem(key as string, JSON.stringify(kept));
		},
		[KEY, days] as const,
	);

test('without answers there is nothing to review', async ({ page }) => {
	await page.goto('review/');
	await expect(page.locator('.where')).toContainText('Nothing to review yet.');
});

test('an answered question comes back when it is due, not before', async ({ page }) => {
	await answer(page, 'dns', true);
	await page.goto('review/');
	await expect(page.locator('.where')).toContainText('The next question comes back on');
	await age(page, 30);
	await page.reload();
	await expect(page.locator('.where')).toHaveText('1 question due. From DNS:');
	await page.locator('.asked .choice[data-correct] summary').click();
	await expect(page.locator('.where')).toContainText(/^Right\. It comes back on \d+ \w+\./);
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(page.locator('.where')).toContainText('Nothing more is due today.');
});

test('a wrong answer leads to the passage that explains it', async ({ page }) => {
	await answer(page, 'http', false);
	await age(page, 30);
	await page.goto('review/');
	await page.locator('.asked .choice:not([data-correct]) summary').first().click();
	await expect(page.locator('.where')).toContainText('Read the passage that explains it.');
	const see = page.getByRole('link', { name: 'The passage that explains it' });
	const id = new URL(await see.evaluate((a) => (a as HTMLAnchorElement).href)).hash;
	await see.click();
	await expect(page).toHaveURL(new RegExp(`/http/${id}$`));
	await expect(page.locator(id)).toBeInViewport();
});

test('only the first choice counts', async ({ page }) => {
	await answer(page, 'dns', false);
	const cards = () => page.evaluate((key) => localStorage.getItem(key), KEY);
	const before = await cards();
	await page
		.locator('.question:has(.choice)')
		.first()
		.locator('.choice[data-correct] summary')
		.click();
	await page.waitForTimeout(300);
	expect(await cards()).toBe(before);
});

test('an open question is judged by the reader', async ({ page }) => {
	await page.goto('dns/');
	const question = page.locator('.question:has(.answer)').first();
	await question.locator('.answer summary').click();
	await question.getByRole('button', { name: 'I had not' }).click();
	await expect(question.getByRole('status')).toHaveText('Noted: it comes back soon.');
	await age(page, 30);
	await page.goto('review/');
	await expect(page.locator('.where')).toHaveText('1 question due. From DNS:');
	await expect(page.locator('.asked .answer')).toBeVisible();
});

test('a question that is no longer in the handbook is passed over, and its record kept', async ({
	page,
}) => {
	await answer(page, 'dns', true);
	await page.evaluate((key) => {
		const kept = JSON.parse(localStorage.getItem(key)!) as { cards: Record<string, unknown> };
		kept.cards = {
			'dns#was-here-once': Object.values(kept.cards)[0],
			'no-page#x': Object.values(kept.cards)[0],
		};
		localStorage.setItem(key, JSON.stringify(kept));
	}, KEY);
	await age(page, 30);
	await page.goto('review/');
	await expect(page.locator('.where')).toContainText('2 could not be shown');
	expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toContain('was-here-once');
});

test.describe('offline', () => {
	test.use({ serviceWorkers: 'allow' });

	test('the review works without a network', async ({ page, context }) => {
		await answer(page, 'dns', true);
		// The worker keeps the review and the page in its own time.
		await expect
			.poll(
				() =>
					page.evaluate(async () => {
						const kept = await Promise.all(
							['/review/', '/dns/'].map((path) => caches.match(location.origin + path)),
						);
						return kept.every(Boolean);
					}),
				{ timeout: 15_000 },
			)
			.toBe(true);
		await page.waitForTimeout(1500);
		await age(page, 30);
		await context.setOffline(true);
		await page.goto('review/');
		await expect(page.locator('.where')).toHaveText('1 question due. From DNS:');
		await page.locator('.asked .choice[data-correct] summary').click();
		await expect(page.locator('.where')).toContainText('Right. It comes back on');
	});
});
