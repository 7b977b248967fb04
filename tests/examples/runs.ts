import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Page } from './extract.ts';
import { tools, versionOf } from './tools.ts';

const FILE = 'src/examples/runs.json';

/** For each page: the day on which its outputs were last recorded, and what ran them. */
export type Runs = Record<string, { date: string; tools: Record<string, string> }>;

/** Notes with which tools a page was run today, for the badges of its blocks. */
export async function recordRun(page: Page): Promise<void> {
	const kinds = page.steps.flatMap(({ block: { fence } }) =>
		fence.skip === undefined ? [fence.run ?? fence.check ?? (fence.schema && 'schema')] : [],
	);
	const used: Record<string, string> = {};
	for (const kind of [...new Set(kinds)].filter((kind) => kind !== undefined).sort()) {
		const tool = tools.get(kind === 'bash' ? 'shell' : kind);
		if (tool) used[kind] = `${tool.label} ${await versionOf(tool)}`;
	}
	const runs = read();
	if (Object.keys(used).length === 0) delete runs[page.id];
	else runs[page.id] = { date: new Date().toISOString().slice(0, 10), tools: used };
	const sorted = Object.fromEntries(Object.entries(runs).sort(([a], [b]) => (a < b ? -1 : 1)));
	mkdirSync('src/examples', { recursive: true });
	writeFileSync(`${FILE}.${process.pid}`, `${JSON.stringify(sorted, null, '\t')}\n`);
	renameSync(`${FILE}.${process.pid}`, FILE);
}

function read(): Runs {
	try {
		return JSON.parse(readFileSync(FILE, 'utf8')) as Runs;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
		throw error;
	}
}
