// Opens Mallory's ticket in a real browser, at four desks.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { desk } from './desk.js';

const listen = async (server) => {
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return `http://127.0.0.1:${server.address().port}`;
};
const about = (text) => (/Birch Lane/.test(text) ? "Boris's address" : 'nothing of Boris');

let asked;
const evil = createServer((request, response) => {
	asked = decodeURIComponent(request.url);
	response.end();
});
const mallory = await listen(evil);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
for (const tool of ['open', 'bound'])
	for (const page of ['open', 'closed']) {
		asked = undefined;
		let line;
		const server = desk({ tool, page, mallory, log: (text) => (line = text) });
		const tab = await browser.newPage();
		await tab.goto(`${await listen(server)}/tickets/2`);
		await tab.waitForFunction(() => document.title);
		await tab.evaluate(() =>
			Promise.all([...document.images].map((image) => image.decode().catch(() => {}))),
		);
		const draft = decodeURIComponent(await tab.innerHTML('output'));
		console.log(`tool ${tool}, page ${page}`);
		console.log(`  program: ${line}`);
		console.log(`  draft:   ${about(draft)}`);
		console.log(`  Mallory: ${asked ? `was asked, ${about(asked)}` : 'was not asked'}`);
		await tab.close();
		server.close();
	}
await browser.close();
evil.close();
