/**
 * `npm run addresses` writes the pages and headings that are new into the registry of published addresses. It takes
 * nothing out: an address that was published once has to lead somewhere for ever.
 */
import { writeFileSync } from 'node:fs';
import { checkAddresses, withCurrent } from '../roadmap/addresses.ts';
import { currentAddresses, publishedAddresses } from '../read-addresses.ts';

const current = currentAddresses();
const { published, renamed, moved } = publishedAddresses();
const next = withCurrent(published, current);
writeFileSync('src/addresses.json', `${JSON.stringify(next, undefined, '\t')}\n`);
const count = (addresses: typeof next) => Object.values(addresses).flat().length;
console.log(
	`${Object.keys(next).length} pages and ${count(next)} headings are published, ${count(next) - count(published)} of them new.`,
);
const problems = checkAddresses(next, current, renamed, moved);
for (const { file, message } of problems) console.error(`${file}: ${message}`);
process.exitCode = problems.length ? 1 : 0;
