/**
 * `npm run benchmark [-- 100 1000 3000]`: builds the handbook with so many generated topics, and plain Starlight
 * with the same text, and prints build time, peak memory, and the bytes of a first visit to a page
 * side by side, with their ratios; what the search loads until its first answer, and how long that takes; then how long
 * the planner takes for a path through ten thousand topics and for one through a hundred. Nothing is asserted: these are measurements of the machine they run on.
 */
import { spawn, execFileSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { brotliCompressSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { parse } from 'node-html-parser';
import { planPath } from '../roadmap/plan.ts';
import type { Roadmap } from '../roadmap/roadmap.ts';
import { parsePage } from '../markdown/parse.ts';
import { passagesOf } from '../search/build.ts';
import { Finder } from '../search/find.ts';
import type { SearchFile } from '../search/types.ts';

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const TOPICS_IN_A_SECTION = 25;
const root = resolve(import.meta.dirname, '../..');

interface Measure {
	seconds: number;
	/** Peak resident memory of the build and its children, in MiB. */
	mebibytes: number;
	/** A first visit to a topic's page: HTML, CSS, JavaScript and fonts, compressed with brotli, in bytes. */
	firstVisit: number;
	/** The topic's HTML alone, not compressed, in bytes. */
	html: number;
}

const text = (n: number) =>
	readFileSync(join(root, 'src/content/docs/internet/dns.mdx'), 'utf8')
		.replace(/^---[\s\S]*?\n---\n/, '')
		.replaceAll('](#', `](/topic-${n}/#`)
		.replace(
			/<(Question|Choice|Answer|Exercise|Check|Solution|Term)\b[^>]*>|<\/(Question|Choice|Answer|Exercise|Check|Solution|Term)>/g,
			'',
		)
		.replace(/```mermaid[\s\S]*?```/g, '')
		.replace(/^```(\w+)[^\n]*$/gm, (_, lang) => (lang === 'output' ? '```text' : '```text'))
		.replace(/\[([^\]]+)\]\(\/[^)]*\)/g, '$1');

/** A copy of the handbook with so many topics, each a page of the DNS page's length that needs two others. */
function handbookOf(count: number, folder: string): void {
	for (const file of ['astro.config.mjs', 'package.json', 'tsconfig.json', 'src', 'public'])
		cpSync(join(root, file), join(folder, file), { recursive: true });
	rmSync(join(folder, 'src/content/docs'), { recursive: true });
	rmSync(join(folder, 'src/content/glossary'), { recursive: true });
	writeFileSync(join(folder, 'src/search/phrases.yaml'), '{}\n');
	// The front page shows a block of a real page, and is not measured.
	writeFileSync(join(folder, 'src/pages/index.astro'), '<h1>Benchmark</h1>');
	const sections: string[] = [];
	for (let first = 0; first < count; first += TOPICS_IN_A_SECTION) {
		const section = `section-${first / TOPICS_IN_A_SECTION}`;
		const path = join(folder, 'src/content/docs', section);
		mkdirSync(path, { recursive: true });
		writeFileSync(
			join(path, 'index.mdx'),
			`---\ntitle: Section ${first}\ndescription: ${'A generated section that says what it is for, in one sentence.'.padEnd(75, '.')}\npromise: A generated section.\n---\n\nText.\n`,
		);
		const topics: string[] = [];
		for (let n = first; n < Math.min(first + TOPICS_IN_A_SECTION, count); n++) {
			// The one before it in its section, and the same place in another section: never implied by each other.
			const needs = [n % TOPICS_IN_A_SECTION ? n - 1 : undefined].flatMap((need) =>
				need === undefined ? [] : [`topic-${need}`],
			);
			topics.push(
				`      - { id: topic-${n}, title: Topic ${n}, level: core, needs: [${needs.join(', ')}], teach: [something], show: something }`,
			);
			writeFileSync(
				join(path, `topic-${n}.mdx`),
				[
					'---',
					`title: Topic ${n}`,
					`description: A generated topic of the length of the page about DNS, number ${n} of the benchmark.`,
					'level: core',
					needs.length ? 'prerequisites:' : 'prerequisites: []',
					...needs.flatMap((need) => [
						`  - topic: ${need}`,
						'    because: The generated text goes on from there.',
					]),
					'outcomes: [Build a page, Read a page, Link a page]',
					`aliases: [generated ${n}]`,
					'practice: small',
					'sources: [{ title: A source, url: "https://www.rfc-editor.org/rfc/rfc1034", kind: rfc, checked: 2026-01-01 }]',
					'reviewed: 2026-01-01',
					'---',
					text(n),
				].join('\n'),
			);
		}
		sections.push(
			`  - id: ${section}\n    title: Section ${first}\n    promise: A generated section.\n    topics:\n${topics.join('\n')}`,
		);
	}
	writeFileSync(join(folder, 'src/curriculum.yaml'), `sections:\n${sections.join('\n')}\n`);
	writeFileSync(join(folder, 'src/paths.yaml'), 'paths: []\n');
}

/** Plain Starlight, with its defaults, the same pages in the same sections, and every page in the sidebar. */
function starlightOf(count: number, folder: string): void {
	cpSync(join(root, 'package.json'), join(folder, 'package.json'));
	writeFileSync(
		join(folder, 'astro.config.mjs'),
		`import starlight from '@astrojs/starlight';
import { satteri } from '@astrojs/markdown-satteri';
export default { site: 'http://localhost:4321', markdown: { processor: satteri({ features: { headingAttributes: true } }) },
	integrations: [starlight({ title: 'Plain' })] };`,
	);
	mkdirSync(join(folder, 'src'), { recursive: true });
	writeFileSync(
		join(folder, 'src/content.config.ts'),
		`import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
	);
	for (let n = 0; n < count; n++) {
		const path = join(folder, 'src/content/docs', `section-${Math.floor(n / TOPICS_IN_A_SECTION)}`);
		mkdirSync(path, { recursive: true });
		writeFileSync(
			join(path, `topic-${n}.mdx`),
			`---\ntitle: Topic ${n}\ndescription: A generated topic of the length of the page about DNS.\n---\n${text(n)}`,
		);
	}
	writeFileSync(join(folder, 'src/content/docs/index.mdx'), '---\ntitle: Plain\n---\n\nText.\n');
}

/** Builds a project and watches the memory of the process and its children, ten times a second. */
async function measure(folder: string, page: string): Promise<Measure> {
	const start = performance.now();
	const build = spawn('astro', ['build'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
	let errors = '';
	build.stderr.on('data', (chunk) => (errors += chunk));
	let peak = 0;
	const watch = setInterval(() => {
		peak = Math.max(peak, residentKibibytes(build.pid!));
	}, 100);
	const code = await new Promise((done) => build.on('close', done));
	clearInterval(watch);
	if (code !== 0) throw new Error(`The build in ${folder} failed:\n${errors}`);
	const seconds = (performance.now() - start) / 1000;
	const html = readFileSync(join(folder, 'dist', page, 'index.html'));
	return {
		seconds,
		mebibytes: peak / 1024,
		html: html.length,
		firstVisit: firstVisit(join(folder, 'dist'), html),
	};
}

function residentKibibytes(pid: number): number {
	const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
		.trim()
		.split('\n')
		.map((row) => row.trim().split(/\s+/).map(Number) as [number, number, number]);
	const family = new Set([pid]);
	for (let grown = true; grown;) {
		grown = false;
		for (const [child, parent] of rows)
			if (family.has(parent) && !family.has(child)) {
				family.add(child);
				grown = true;
			}
	}
	return rows.filter(([id]) => family.has(id)).reduce((sum, [, , rss]) => sum + rss, 0);
}

function firstVisit(dist: string, html: Buffer): number {
	const dom = parse(html.toString());
	const entry = [
		...dom
			.querySelectorAll('link[rel="stylesheet"]:not([media="print"])')
			.map((e) => e.getAttribute('href')),
		...dom.querySelectorAll('script[src]').map((e) => e.getAttribute('src')),
	];
	const seen = new Set<string>();
	const visit = (file: string) => {
		if (seen.has(file)) return;
		seen.add(file);
		const body = readFileSync(join(dist, file), 'utf8');
		for (const [, name] of body.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
			visit(join(file, '..', name!));
	};
	for (const file of entry) if (file?.startsWith('/')) visit(file);
	return [html, ...[...seen].map((file) => readFileSync(join(dist, file)))]
		.map((body) => brotliCompressSync(body).length)
		.reduce((sum, bytes) => sum + bytes, 0);
}

/** The bytes of Pagefind's files for one answer with five hits: what every question loads, one part of the index, five pages. */
function pagefindBytes(dist: string): number {
	const folder = join(dist, 'pagefind');
	const sizes = (path: string, pattern: RegExp) =>
		readdirSync(join(folder, path))
			.filter((name) => pattern.test(name))
			.map((name) => statSync(join(folder, path, name)).size);
	const sum = (list: number[]) => list.reduce((total, size) => total + size, 0);
	const mean = (list: number[]) => sum(list) / Math.max(1, list.length);
	const script = brotliCompressSync(readFileSync(join(folder, 'pagefind.js'))).length;
	return (
		script +
		sum(sizes('.', /^(pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_meta)$/)) +
		mean(sizes('index', /\.pf_index$/)) +
		5 * mean(sizes('fragment', /\.pf_fragment$/))
	);
}

/** What a search loads until its first answer, and how long the first layer takes for a question, key by key. */
function searchCost(dist: string): string {
	const full = `full text ${Math.round(pagefindBytes(dist) / 1000)} KB`;
	const path = join(dist, 'api/search.json');
	if (!statSync(path, { throwIfNoEntry: false })) return full;
	const json = readFileSync(path);
	const file = JSON.parse(json.toString()) as SearchFile;
	const finder = new Finder(file);
	const times: number[] = [];
	for (const question of ['resolver cache', 'autoritative sever', 'why is the answer old'])
		for (let length = 1; length <= question.length; length += 1) {
			const start = performance.now();
			finder.find(question.slice(0, length));
			times.push(performance.now() - start);
		}
	times.sort((a, b) => a - b);
	const names = Math.round(brotliCompressSync(json).length / 1000);
	return `names ${names} KB${file.without.length ? ` (without ${file.without.join(', ')})` : ''}, then ${full}; a key ${times[Math.floor(times.length / 2)]!.toFixed(1)} ms, at most ${times.at(-1)!.toFixed(0)} ms`;
}

/** The bytes of VitePress's local search for the same text: one MiniSearch index with the text of every heading. */
function vitepressBytes(count: number): number {
	const index = new MiniSearch({
		fields: ['title', 'titles', 'text'],
		storeFields: ['title', 'titles'],
	});
	for (let n = 0; n < count; n += 1)
		for (const { id, title, text: said } of passagesOf(parsePage(`topic-${n}.mdx`, text(n))))
			index.add({ id: `topic-${n}#${id}`, title, titles: [`Topic ${n}`], text: said });
	return brotliCompressSync(JSON.stringify(index)).length;
}

const searching: string[] = [];

// Inside of the project, so that its packages are found.
mkdirSync(join(root, '.cache'), { recursive: true });
console.log('topics  what                seconds  peak MiB  first visit  topic HTML');
for (const count of sizes.length ? sizes : [100, 1000, 3000]) {
	const results: Measure[] = [];
	for (const [name, make] of [
		['plain Starlight', starlightOf],
		['handbook', handbookOf],
	] as const) {
		const folder = mkdtempSync(join(root, '.cache/benchmark-'));
		make(count, folder);
		const page = name === 'handbook' ? 'topic-7' : 'section-0/topic-7';
		const result = await measure(folder, page);
		results.push(result);
		print(count, name, result);
		searching.push(
			`${String(count).padStart(6)}  ${name.padEnd(18)}${searchCost(join(folder, 'dist'))}`,
		);
		if (process.env['KEEP'] === undefined) rmSync(folder, { recursive: true });
	}
	const [plain, ours] = results as [Measure, Measure];
	const ratio = (key: keyof Measure) => ours[key] / plain[key];
	print(
		count,
		'ratio',
		{
			seconds: ratio('seconds'),
			mebibytes: ratio('mebibytes'),
			firstVisit: ratio('firstVisit'),
			html: ratio('html'),
		},
		2,
	);
}

console.log('\nsearch: bytes until the first answer');
for (const line of searching) console.log(line);
for (const count of sizes.length ? sizes : [100, 1000, 3000])
	console.log(
		`${String(count).padStart(6)}  ${'VitePress, local'.padEnd(18)}${Math.round(vitepressBytes(count) / 1000)} KB`,
	);

function print(count: number, name: string, measure: Measure, digits = 0): void {
	const cell = (value: number, width: number, d = digits) => value.toFixed(d).padStart(width);
	console.log(
		`${String(count).padStart(6)}  ${name.padEnd(18)}${cell(measure.seconds, 9, Math.max(1, digits))}${cell(measure.mebibytes, 10)}${cell(measure.firstVisit, 13)}${cell(measure.html, 12)}`,
	);
}

/** A roadmap in which every topic needs up to three of the fifty before it, chosen by a fixed rule. */
function roadmapOf(count: number): Roadmap {
	const id = (n: number) => `topic-${n}`;
	const topics = Array.from({ length: count }, (_, n) => ({
		id: id(n),
		title: `Topic ${n}`,
		section: `section-${Math.floor(n / TOPICS_IN_A_SECTION)}`,
		level: 'core' as const,
		status: 'published' as const,
		minutes: 10,
		practice: 'small' as const,
		prerequisites: [1, 7, 49]
			.filter((back) => back <= n && (n * back) % 3 !== 0)
			.map((back) => ({ topic: id(n - back), because: 'The text goes on from there.' })),
	}));
	const sections = Array.from({ length: Math.ceil(count / TOPICS_IN_A_SECTION) }, (_, s) => ({
		id: `section-${s}`,
		title: `Section ${s}`,
		topics: topics.slice(s * TOPICS_IN_A_SECTION, (s + 1) * TOPICS_IN_A_SECTION),
	}));
	return { sections, topics, renamed: {} };
}

/** The median of some plans for all topics, in milliseconds. */
function planning(count: number): { milliseconds: number; steps: number } {
	const roadmap = roadmapOf(count);
	const request = { goals: roadmap.sections.map(({ id }) => id), known: [] };
	const times: number[] = [];
	let steps = 0;
	for (let run = 0; run < 9; run++) {
		const start = performance.now();
		steps = planPath(roadmap, request).steps.length;
		times.push(performance.now() - start);
	}
	return { milliseconds: times.toSorted((a, b) => a - b)[4]!, steps };
}

const [small, large] = [planning(100), planning(10_000)];
console.log(
	`planning a path of ${small.steps} topics ${small.milliseconds.toFixed(2)} ms, of ${large.steps} topics ${large.milliseconds.toFixed(1)} ms: ratio ${(large.milliseconds / small.milliseconds).toFixed(0)} for ${(large.steps / small.steps).toFixed(0)} times the topics`,
);
