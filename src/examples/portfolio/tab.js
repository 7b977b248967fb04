// node tab.js <file.html> …: what the Tab key reaches, by the name that is read aloud.
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
for (const file of process.argv.slice(2)) {
	console.log(file);
	const page = await browser.newPage();
	await page.goto(pathToFileURL(file).href);
	for (;;) {
		await page.keyboard.press('Tab');
		const focused = page.locator(':focus:not(body)');
		if ((await focused.count()) === 0) break;
		const [line] = (await focused.ariaSnapshot()).split('\n');
		console.log(`  ${line.replace(/:$/, '')}`);
	}
}
await browser.close();
