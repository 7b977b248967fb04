import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** A page of the built site. */
export interface BuiltPage {
	/** Its path below the base, such as `/dns/`. */
	path: string;
	file: string;
	html: string;
	dom: HTMLElement;
}

/** The two builds that the test command makes: at a root, and below a path. */
export const BUILDS = [
	{ name: 'at a root', folder: 'dist', address: 'http://localhost:4331/' },
	{ name: 'below a path', folder: '.cache/dist-below', address: 'http://localhost:4332/handbook/' },
] as const;

/** Reads the HTML pages of a build. */
export function builtPages(folder: string): BuiltPage[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html') && !/^(pagefind|playground)\b/.test(file))
		.sort()
		.map((file) => {
			const html = readFileSync(join(folder, file), 'utf8');
			return {
				path: `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`,
				file: join(folder, file),
				html,
				dom: parse(html),
			};
		});
}
