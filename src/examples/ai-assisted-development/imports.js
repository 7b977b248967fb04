// node imports.js <file>...: names what a file imports and the project has never agreed to.
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';

// #region strangers
/** Packages that a source imports, and that are neither Node's own nor in package.json. */
export function strangers(source, { dependencies = {}, devDependencies = {} }) {
	const agreed = { ...dependencies, ...devDependencies };
	const found = [...source.matchAll(/(?:from|import|require)\s*\(?\s*['"]([^'"]+)['"]/g)]
		.map(([, name]) => name)
		.filter((name) => !name.startsWith('.') && !isBuiltin(name))
		.map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)[0]); // without a path inside the package
	return [...new Set(found)].filter((name) => !Object.hasOwn(agreed, name));
}
// #endregion strangers

if (import.meta.main) {
	const project = JSON.parse(readFileSync('package.json', 'utf8'));
	let count = 0;
	for (const file of process.argv.slice(2))
		for (const name of strangers(readFileSync(file, 'utf8'), project)) {
			console.log(`${file}: ${name} is not in package.json`);
			count += 1;
		}
	process.exitCode = count > 0 ? 1 : 0;
}
