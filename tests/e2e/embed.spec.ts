import { expect, test } from '@playwright/test';

test('a card in a plain page fits its frame, loads nothing else, and leads to the topic', async ({
	page,
	request,
	baseURL,
}) => {
	for (const id of ['dns', 'api-security', 'transactions']) {
		const answer = (await (await request.get(`oembed/${id}.json`)).json()) as { html: string };
		const asked: string[] = [];
		page.on('request', (one) => asked.push(one.url()));
		await page.route('**/host.html', (route) =>
			route.fulfill({
				contentType: 'text/html',
				body: `<!doctype html><title>Host</title>${answer.html}`,
			}),
		);
		await page.goto('host.html');
		const frame = page.frameLocator('iframe');
		await expect(frame.getByRole('heading')).toBeVisible();
		const hidden = await frame
			.locator('html')
			.evaluate((html) => html.scrollHeight - html.clientHeight);
		expect(hidden, id).toBe(0);
		expect(asked.filter((url) => !/host\.html|\/embed\//.test(url))).toEqual([]);
		await expect(frame.getByRole('heading').getByRole('link')).toHaveAttribute(
			'href',
			`${baseURL}${id}/`,
		);
		page.removeAllListeners('request');
	}
});
