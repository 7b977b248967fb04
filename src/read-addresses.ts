import { globSync, readFileSync } from 'node:fs';
import type { Addresses, Moved } from './roadmap/addresses.ts';
import { headingsWithText } from './roadmap/headings.ts';
import { parsePage } from './markdown/parse.ts';
import { idFromPath } from './schemas/page.ts';

const DOCS = 'src/content/docs';
const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;

/** The pages there are, and the ids of their headings. */
export const currentAddresses = (): Addresses =>
	Object.fromEntries(
		globSync(`${DOCS}/**/*.{md,mdx}`)
			.map((path) => path.replaceAll('\\', '/'))
			.map((file) => [
				idFromPath(file),
				headingsWithText(parsePage(file, readFileSync(file, 'utf8'))).map(({ id }) => id),
			]),
	);

/** What was ever published, and where what is gone went. */
export const publishedAddresses = () => ({
	published: json('src/addresses.json') as Addresses,
	renamed: json('src/renamed.json') as Record<string, string>,
	moved: json('src/moved.json') as Moved,
});
