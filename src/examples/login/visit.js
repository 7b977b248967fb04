// node visit.js <shop> <other>: Ada logs in, and then visits another site.
import { chromium } from '@playwright/test';

const [shop, other] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
const page = await browser.newPage();
await page.goto(`${shop}/login`);
await page.fill('[name=name]', 'ada');
await page.fill('[name=password]', 'correct horse battery');
await page.click('button');
console.log('at the shop:  ', await page.textContent('p'));

await page.goto(other);
await page.waitForURL((url) => url.origin === shop);
console.log('the other one:', await page.textContent('p'));

await page.goto(shop);
console.log('at the shop:  ', await page.textContent('p'));
await browser.close();
