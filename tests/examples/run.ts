import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { GreenPages, runnerHash } from './cache.ts';
import type { Page } from './extract.ts';
import { checkListings, testPrograms } from './listings.ts';
import { PAGES, readPages } from './pages.ts';
import { closePages, runPage } from './page.ts';
import type { PageResult } from './page.ts';
import { toolsOfPage } from './requirements.ts';
import { Report } from './report.ts';
import { recordRun } from './runs.ts';
import { toolOfCommand, tools, versionOf } from './tools.ts';
import { recordOutputs } from './update.ts';
import { removeOrphans } from './workspace.ts';

const HELP = `npm run examples -- [page ...] [options]
Runs the code of the handbook's pages and compares what it prints with what the pages show.
  page             only these pages, by id (dns) or file
  --tool <name>    only pages that use this tool (redis, node, curl)
  --update         write the outputs into the pages, and the versions into src/examples/runs.json
  --all            also pages that did not change since they last passed
  --list           list the blocks, run nothing
  --pages <folder> where the pages are (src/content/docs)`;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		tool: { type: 'string' },
		update: { type: 'boolean', default: false },
		all: { type: 'boolean', default: false },
		list: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
		pages: { type: 'string', default: PAGES },
	},
});

const ci = Boolean(process.env['CI']);

async function main(): Promise<number> {
	if (values.help) return say(HELP);
	const everything = readPages(values.pages);
	const pages = chosen(everything);
	if (values.list) return list(pages);
	await removeOrphans();
	const report = new Report(ci);
	const usual = values.pages === PAGES;
	const green = new GreenPages(
		usual ? '.cache/examples.json' : `${values.pages}/.examples.json`,
		!values.all && !values.update && !ci && positionals.length === 0,
	);
	const runner = runnerHash();
	const waiting: { page: Page; key: string }[] = [];
	for (const page of pages) {
		for (const message of [...page.faults, ...checkListings(page)]) report.fail(message);
		if (page.faults.length > 0 || page.steps.length === 0) continue;
		const used = await Promise.all(
			toolsOfPage(page).map(async (tool) => `${tool.name} ${await versionOf(tool)}`),
		);
		const key = green.key(page.source, runner, used);
		const before = green.of(page.id, key);
		if (before) report.unchanged(page, before);
		else waiting.push({ page, key });
	}
	const again: typeof waiting = [];
	const take = async ({ page, key }: (typeof waiting)[number], result: PageResult) => {
		report.page(result);
		if (values.update) await update(result);
		else if (result.failures.length === 0 && result.skipped.every(({ missing }) => !missing))
			green.add(page.id, key, result);
	};
	await parallel(waiting, async (item) => {
		const result = await runPage(item.page, { update: values.update });
		if (result.failures.length === 0 || values.update) return take(item, result);
		again.push(item);
		report.disturbed(result);
	});
	// What fails beside another page, on a machine with too little time for both, gets one more
	// try without company. A page that is wrong is wrong again.
	for (const item of again) await take(item, await runPage(item.page, { update: false }));
	if (
		!values.tool &&
		values.pages === PAGES &&
		(positionals.length === 0 || pages.some(({ listings }) => listings.length > 0))
	)
		report.programs(testPrograms(positionals.length === 0 ? undefined : pages));
	green.save();
	return report.summary();
}

function say(text: string): number {
	console.log(text);
	return 0;
}

function chosen(pages: Page[]): Page[] {
	let list = pages;
	if (positionals.length > 0) {
		for (const name of positionals)
			if (!pages.some(({ id, file }) => id === name || file === name))
				throw new Error(
					`There is no page “${name}”. Give its id, which is its file's name without .mdx.`,
				);
		list = list.filter(({ id, file }) => positionals.includes(id) || positionals.includes(file));
	}
	if (values.tool === undefined) return list;
	const tool = tools.get(values.tool) ?? toolOfCommand(values.tool);
	if (!tool)
		throw new Error(
			`There is no tool “${values.tool}”. There are ${[...tools.keys()].sort().join(', ')}.`,
		);
	return list.filter((page) => toolsOfPage(page).includes(tool));
}

function list(pages: Page[]): number {
	for (const page of pages)
		for (const step of page.steps) {
			if ('output' in step) continue;
			const { fence, line, output } = step.block;
			const what =
				fence.skip === undefined
					? [fence.run ?? fence.check ?? fence.schema ?? 'file', fence.file]
							.filter(Boolean)
							.join(' ')
					: `skip: ${fence.skip}`;
			console.log(`${page.file}:${line}  ${fence.lang}  ${what}${output ? '  with output' : ''}`);
		}
	return 0;
}

async function update({ page, recordings, failures }: PageResult): Promise<void> {
	if (recordings.length > 0) {
		if (readFileSync(page.file, 'utf8') !== page.source) {
			console.log(`${page.file} was edited during the run, so nothing was written. Run it again.`);
			return;
		}
		writeFileSync(page.file, recordOutputs(page.source, recordings));
		for (const { line } of recordings) console.log(`wrote  ${page.file}:${line}`);
	}
	if (failures.length === 0 && values.pages === PAGES) await recordRun(page);
}

async function parallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
	const queue = [...items];
	const worker = async () => {
		for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
	};
	await Promise.all(Array.from({ length: Math.min(availableParallelism(), items.length) }, worker));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.once(signal, () => void closePages().finally(() => process.exit(130)));

try {
	process.exitCode = await main();
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 2;
} finally {
	await closePages();
}
