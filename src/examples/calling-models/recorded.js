import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

// #region recorded
/** Answers from a file. With RECORD=1 it asks the model and writes the file. */
export function recorded(file, ask) {
	const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
	return async (request) => {
		const key = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 12);
		if (process.env.RECORD) {
			known[key] = await ask(request);
			writeFileSync(file, `${JSON.stringify(known, null, '\t')}\n`);
		}
		if (!known[key]) throw new Error(`no recorded answer for this request (${key})`);
		return known[key];
	};
}
// #endregion recorded
