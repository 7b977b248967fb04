import { readFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import { docsLoader } from '@astrojs/starlight/loaders';
import type { Loader } from 'astro/loaders';
import { readHandbook } from './read-handbook.ts';
import { idFromPath } from './schemas/page.ts';

const DOCS = 'src/content/docs';

/**
 * Loads the handbook's pages, after checking them all: a page that does not fit stops the build
 * before anything is built from it, with every problem of every page in one message.
 */
export function handbookLoader(): Loader {
	return {
		name: 'handbook',
		async load(context) {
			const files = [];
			for await (const file of glob(`${DOCS}/**/*.{md,mdx}`))
				files.push({ file: file.replaceAll('\\', '/'), source: await readFile(file, 'utf8') });
			const curriculum = await readFile('src/curriculum.yaml', 'utf8');
			const { derived } = readHandbook(files, curriculum);
			await docsLoader({ generateId: ({ entry }) => idFromPath(`${DOCS}/${entry}`) }).load({
				...context,
				parseData: (props) =>
					context.parseData({
						...props,
						data: { ...props.data, ...derived.get(props.id) },
					}),
			});
		},
	};
}
