// node mutate.js <module> <test>: breaks the module in small ways, and asks the test each time.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

// #region rules
const RULES = [
	[/>=/g, '>'],
	[/(?<![=-])>(?!=)/g, '>='],
	[/ - /g, ' + '],
	[/ \* /g, ' / '],
	[/\b0\b/g, '1'],
	[/&&/g, '||'],
	[/return [^;]+;/g, 'return undefined;'],
];
// #endregion rules

/** Every text that differs from the source in one place, with the line that was changed. */
export function* mutants(source) {
	for (const [pattern, replacement] of RULES)
		for (const { 0: found, index } of source.matchAll(pattern)) {
			const text = source.slice(0, index) + replacement + source.slice(index + found.length);
			const line = source.slice(0, index).split('\n').length;
			yield { text, line, change: `${found.trim()} -> ${replacement.trim()}` };
		}
}

// #region run
if (process.argv[1] === import.meta.filename) {
	const [module, test] = process.argv.slice(2);
	const source = readFileSync(module, 'utf8');
	const passes = () => spawnSync(process.execPath, [test], { timeout: 10_000 }).status === 0;
	let killed = 0;
	let all = 0;
	try {
		for (const { text, line, change } of mutants(source)) {
			writeFileSync(module, text);
			all += 1;
			if (passes()) console.log(`survived, line ${line}: ${change}`);
			else killed += 1;
		}
	} finally {
		writeFileSync(module, source);
	}
	console.log(`${killed} of ${all} mutants killed`);
}
// #endregion run
