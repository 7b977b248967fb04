// Every handler here has a hole. Never put this on a network.
import { execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export const holes = {
	// #region lookup
	/** Counts the lines of a report with wc. */
	'/lines': ({ file }) => execSync(`wc -l < reports/${file}`).toString(),
	// #endregion lookup
	// #region read
	/** Shows a report. */
	'/report': ({ file }) => readFileSync(`reports/${file}`, 'utf8'),
	// #endregion read
	// #region preview
	/** Fetches a page that a user has linked to. */
	'/preview': async ({ url }) => (await fetch(url)).text(),
	// #endregion preview
	// #region greet
	/** Greets by name. */
	'/greet': ({ name }) => `<h1>Hello ${name}</h1>`,
	// #endregion greet
};
