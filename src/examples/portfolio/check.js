// node check.js <file.html>: what axe finds on a phone by day and on a desk by night.
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';

const url = pathToFileURL(process.argv[2]).href;
const views = [
	{ width: 320, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' },
];
const faults = new Map();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });

for (const { width, colorScheme } of views) {
	const viewport = { width, height: 800 };
	const context = await browser.newContext({ viewport, colorScheme });
	const page = await context.newPage();
	await page.goto(url);
	const note = (fault) =>
		faults.set(fault, [...(faults.get(fault) ?? []), `${width} ${colorScheme}`]);

	const { violations } = await new AxeBuilder({ page }).analyze();
	for (const { id, impact, nodes } of violations) {
		const [first, ...others] = nodes.map((node) => node.target.join(' '));
		const more = others.length ? ` and ${others.length} more` : '';
		note(`${id} (${impact}): ${first}${more}`);
	}

	const needed = await page.evaluate(() => document.documentElement.scrollWidth);
	if (needed > width) note(`scrolls sideways: ${needed} px`);
}

for (const [fault, where] of faults) {
	console.log(where.length === views.length ? fault : `${fault} [${where}]`);
}
console.log(`faults: ${faults.size}`);
await browser.close();
process.exitCode = faults.size ? 1 : 0;
