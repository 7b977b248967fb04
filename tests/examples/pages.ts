import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { idFromPath } from '../../src/schemas/page.ts';
import { extract } from './extract.ts';
import type { Page } from './extract.ts';

/** The handbook's pages. */
export const PAGES = 'src/content/docs';

/** Reads every page below a folder. */
export function readPages(folder = PAGES): Page[] {
	return globSync(`${folder}/**/*.{md,mdx}`)
		.map((file) => relative('.', file).replaceAll('\\', '/'))
		.sort()
		.map((file) => extract(idFromPath(file), file, readFileSync(file, 'utf8')));
}
