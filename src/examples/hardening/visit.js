// node visit.js <address>...: writes a note with a script in it, then looks at the page.
import { chromium } from '@playwright/test';

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
for (const address of process.argv.slice(2)) {
	await fetch(`${address}/notes`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ text: '<img src="" onerror="alert(document.cookie)">' }),
	});
	const page = await browser.newPage();
	const seen = [];
	page.on('dialog', (dialog) => {
		seen.push(`ran, and read: ${dialog.message() || 'no cookie'}`);
		return dialog.dismiss();
	});
	page.on('console', (message) => {
		if (/Content Security Policy/.test(message.text())) seen.push('blocked by the policy');
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	const shown = await page.textContent('li:last-child');
	console.log(seen[0] ?? `shown as text: ${shown}`);
	await page.close();
}
await browser.close();
