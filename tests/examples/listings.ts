import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { relative } from 'node:path';
import { ListingError, readListing } from '../../src/markdown/listing.ts';
import type { Page } from './extract.ts';

/** Checks that what a page's `<Listing>` elements show exists. */
export function checkListings(page: Page): string[] {
	return page.listings.flatMap(({ file, region, line }) => {
		try {
			readListing(file, region);
			return [];
		} catch (error) {
			if (!(error instanceof ListingError)) throw error;
			return [`${page.file}:${line}: ${error.message}`];
		}
	});
}

/** What became of a program's own tests. */
export interface ProgramResult {
	name: string;
	passed: number;
	failure?: string;
}

/**
 * Runs the tests of the programs in `src/examples`, each with `node --test`.
 * @param pages Only the programs that these pages show; all without it.
 */
export function testPrograms(pages?: readonly Page[], folder = 'src/examples'): ProgramResult[] {
	const shown = new Set(
		pages?.flatMap(({ listings }) => listings.map(({ file }) => file.split('/')[0]!)),
	);
	const files = globSync(`${folder}/*/**/*.test.{js,ts,mjs}`).sort();
	const programs = Map.groupBy(files, (file) => relative(folder, file).split('/')[0]!);
	return [...programs]
		.filter(([name]) => !pages || shown.has(name))
		.map(([name, tests]) => {
			const { status, stdout, stderr } = spawnSync(
				process.execPath,
				['--test', '--test-reporter=tap', '--test-timeout=60000', ...tests],
				{
					encoding: 'utf8',
					timeout: 120_000,
					env: { ...process.env, NODE_TEST_CONTEXT: undefined },
				},
			);
			const passed = Number(/^# pass (\d+)/m.exec(stdout)?.[1] ?? 0);
			if (status === 0) return { name, passed };
			return {
				name,
				passed,
				failure: `${folder}/${name}: its tests failed.\n${(stdout + stderr).trimEnd().slice(-4000).replace(/^/gm, '    ')}`,
			};
		});
}
