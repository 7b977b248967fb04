// node secrets.js <file>...: names lines that look as if they held a secret.
import { readFileSync } from 'node:fs';

// #region secrets
const KNOWN = /\b(?:shop_live_|AKIA|ghp_|-----BEGIN [A-Z ]*PRIVATE KEY)/; // how keys begin
const NAMED = /(?:pass(?:word)?|secret|token|key)["']?\s*[:=]\s*["']?([^\s"']{8,})/i;
const HARMLESS = /^(?:process\.env|\$\{?[A-Z_]+|<.*>|example|changeme)/i;

/** The numbers of the lines that look as if they held a secret. */
export const secretLines = (text) =>
	text.split('\n').flatMap((line, index) => {
		const value = NAMED.exec(line)?.[1];
		const suspicious = KNOWN.test(line) || (value && !HARMLESS.test(value));
		return suspicious ? [index + 1] : [];
	});
// #endregion secrets

if (import.meta.main) {
	let count = 0;
	for (const file of process.argv.slice(2))
		for (const line of secretLines(readFileSync(file, 'utf8'))) {
			console.log(`${file}:${line} looks like a secret`);
			count += 1;
		}
	process.exitCode = count > 0 ? 1 : 0;
}
