import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from './parse.js';
import { rules } from './rules.js';

/** What is wrong with a Dockerfile, line by line. */
export function check(text) {
	const all = parse(text);
	return Object.entries(rules)
		.flatMap(([rule, find]) => find(all).map(({ line }) => ({ line, rule })))
		.toSorted((a, b) => a.line - b.line);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	const found = check(readFileSync(process.argv[2], 'utf8'));
	for (const { line, rule } of found) console.log(`line ${line}: ${rule}`);
	console.log(found.length === 0 ? 'nothing found' : `${found.length} found`);
	process.exitCode = found.length === 0 ? 0 : 1;
}
