/**
 * The words of a code fence: what a block is, how it runs and what of it is shown. The page's
 * renderer and the runner of the examples (`tests/examples/`) both read fences with this file.
 */

import { nearest } from '../roadmap/nearest.ts';
import { contradiction } from './fence-rules.ts';

/** Languages that the runner can execute, and what executes them. */
const EXECUTED = {
	js: 'node',
	javascript: 'node',
	mjs: 'node',
	ts: 'node',
	typescript: 'node',
	python: 'python',
	py: 'python',
	sh: 'shell',
	bash: 'shell',
	shell: 'shell',
	sql: 'sql',
	redis: 'redis',
	http: 'http',
	java: 'java',
	php: 'php',
	ruby: 'ruby',
	rb: 'ruby',
	go: 'go',
	rust: 'rust',
	rs: 'rust',
} as const;

/** Languages of configuration that its own program can check, and that program. */
const CHECKED = {
	conf: undefined,
	nginx: 'nginx',
	apache: 'apache',
	haproxy: 'haproxy',
	vcl: 'varnish',
	caddy: 'caddy',
	caddyfile: 'caddy',
} as const;

/** Languages a reader could run elsewhere; here they are written to a file or skipped. */
const OTHERS = [
	'c',
	'cpp',
	'csharp',
	'kotlin',
	'scala',
	'elixir',
	'lua',
	'jsx',
	'tsx',
	'swift',
	'perl',
];

/** Every language whose blocks must say `run`, `file` or `skip`. */
export const RUNNABLE: ReadonlySet<string> = new Set([
	...Object.keys(EXECUTED),
	...Object.keys(CHECKED),
	...OTHERS,
]);

/** What can stand in `run="..."` of an `sql` block. */
export const DATABASES = ['sqlite', 'postgres', 'mariadb'] as const;

/** Servers that `server="..."` starts, by name. */
export const SERVERS = [
	'postgres',
	'redis',
	'nginx',
	'apache',
	'haproxy',
	'varnish',
	'caddy',
	'rabbitmq',
	'nats',
	'memcached',
	'mariadb',
	'prometheus',
	'bind',
	'docker',
] as const;
export type ServerName = (typeof SERVERS)[number];

/** Programs that `check` asks about a configuration file. */
export const CHECKERS = [
	'nginx',
	'apache',
	'haproxy',
	'varnish',
	'caddy',
	'bind',
	'prometheus',
	'bash',
	'compose',
] as const;
export type Checker = (typeof CHECKERS)[number];

/** What executes a block. */
export type Runner =
	Exclude<(typeof EXECUTED)[keyof typeof EXECUTED], 'sql'> | (typeof DATABASES)[number];

/** A code fence, read. Absent words are absent or false. */
export interface Fence {
	/** The language as written; empty when there is none. */
	lang: string;
	/** What executes the block; only when it says `run`. */
	run?: Runner;
	/** The path in the workspace to which the block is written. */
	file?: string;
	/** The file below `src/examples`, and after `#` its region, whose text is the block's. */
	from?: string;
	/** The connection or terminal in which the block runs. */
	session?: string;
	/** The block must exit with an error: that is the lesson. */
	fails: boolean;
	/** Set-up: folded in the page. */
	hidden: boolean;
	/** Goes on running until the page ends. */
	background: boolean;
	/** A regular expression: the background block is ready when its output matches. */
	ready?: string;
	/** The last statement must be left waiting for a lock. */
	waits: boolean;
	/** Why the block is not run, for the reader. */
	skip?: string;
	/** $PORT to $PORT4 in the file are replaced by the page's ports: for programs that cannot read the environment. */
	ports: boolean;
	/** The reader can edit and run the block in the page. */
	playground: boolean;
	/** A regular expression: the only parts of the output that may differ. */
	varies?: string;
	/** A name by which an `output` block can refer to this one. */
	id?: string;
	/** The name of the block whose output this is. */
	of?: string;
	/** The workspace's JSON Schema file against which the block is validated. */
	schema?: string;
	/** The program that checks this configuration file. */
	check?: Checker;
	/** The port to which an HTTP exchange is sent, as a number or the name of a variable. */
	to?: string;
	/** The block's time limit in milliseconds, when it is not the usual one. */
	timeout?: number;
	/** Servers that are started before the block runs. */
	servers: ServerName[];
	/** Commands that must be installed. */
	needs: string[];
	/** A caption, shown above the block. */
	title?: string;
	/** Lines to mark, such as `2,4-6`. */
	mark?: string;
	/** What a diagram says, for whoever does not see it. */
	alt?: string;
}

/** A fence that cannot be read. The message says what was found and how to mend it. */
export class FenceError extends Error {
	override name = 'FenceError';
}

const FLAGS = ['fails', 'hidden', 'background', 'waits', 'playground', 'ports'] as const;
const VALUES = [
	'file',
	'from',
	'session',
	'ready',
	'skip',
	'varies',
	'id',
	'of',
	'schema',
	'to',
	'timeout',
	'server',
	'needs',
	'title',
	'mark',
	'alt',
] as const;
const EITHER = ['run', 'check'] as const;
const WORDS: readonly string[] = [...FLAGS, ...VALUES, ...EITHER];

/** The largest time limit that a block may ask for, in milliseconds. */
export const LONGEST = 60_000;

/**
 * The info string of a fence as the author wrote it. A Markdown parser removes backslashes from it
 * (`\.` becomes `.`), which would change the regular expressions in `varies` and `ready`.
 * @param line The source line on which the fence opens.
 */
export function rawMeta(line: string): string {
	return /^[\s>*+\-\d.)]*?(?:`{3,}|~{3,})\s*\S*\s*(.*?)\s*$/.exec(line)?.[1] ?? '';
}

/**
 * Reads the words of a fence.
 * @param lang The language, the first word after the backticks.
 * @param meta The rest of that line, preferably as `rawMeta` gives it.
 * @throws {FenceError} When a word is unknown, is repeated, lacks its value or contradicts another.
 */
export function parseFence(
	lang: string | null | undefined,
	meta: string | null | undefined,
): Fence {
	const words = readWords(meta ?? '');
	const has = (word: string) => words.has(word);
	const value = (word: string) => words.get(word) || undefined;
	const fence: Fence = {
		lang: lang ?? '',
		fails: has('fails'),
		hidden: has('hidden'),
		background: has('background'),
		waits: has('waits'),
		playground: has('playground'),
		ports: has('ports'),
		servers: list(value('server')).map((name) => oneOf(name, SERVERS, 'server')),
		needs: list(value('needs')),
	};
	for (const word of [
		'session',
		'ready',
		'skip',
		'varies',
		'id',
		'of',
		'to',
		'title',
		'mark',
		'alt',
	] as const) {
		const text = value(word);
		if (text !== undefined) fence[word] = text;
	}
	for (const word of ['file', 'from', 'schema'] as const) {
		const path = value(word);
		if (path !== undefined) fence[word] = insideWorkspace(word, path);
	}
	if (has('run')) fence.run = runnerOf(fence.lang, value('run'));
	if (has('check')) fence.check = checkerOf(fence.lang, value('check'));
	if (fence.mark !== undefined && !/^\d+(?:-\d+)?(?:,\s*\d+(?:-\d+)?)*$/.test(fence.mark))
		throw new FenceError(`mark="${fence.mark}" names no lines. Write mark="2,4-6".`);
	const timeout = value('timeout');
	if (timeout !== undefined) fence.timeout = milliseconds(timeout);
	const wrong = contradiction(fence);
	if (wrong !== undefined) throw new FenceError(wrong);
	return fence;
}

/** Whether the runner does anything with the block: executes, writes, checks or validates it. */
export function isLive(fence: Fence): boolean {
	return [fence.run, fence.file, fence.check, fence.schema].some((word) => word !== undefined);
}

function readWords(meta: string): Map<string, string> {
	const words = new Map<string, string>();
	const pattern =
		/\s*(?:\{([\d,\s-]+)\}|([^\s="'{}]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?)(?=\s|$)/gy;
	let end = 0;
	while (end < meta.trimEnd().length) {
		pattern.lastIndex = end;
		const match = pattern.exec(meta);
		if (!match)
			throw new FenceError(
				`“${meta.slice(end).trim()}” cannot be read. Words look like run, or file="name"; write a value that contains " between ' and '.`,
			);
		end = pattern.lastIndex;
		const [, lines, name = 'mark', double, single, bare] = match;
		if (bare !== undefined)
			throw new FenceError(`write ${name}="${bare}": a value stands between quotation marks.`);
		addWord(words, name, lines ?? double ?? single);
	}
	return words;
}

function addWord(words: Map<string, string>, name: string, value: string | undefined): void {
	if (!WORDS.includes(name)) {
		const near = nearest(name, WORDS);
		throw new FenceError(
			`unknown word “${name}”${near ? `: did you mean ${near}?` : `. The words are ${WORDS.toSorted().join(', ')}.`}`,
		);
	}
	if (words.has(name)) throw new FenceError(`“${name}” stands there twice. Keep one.`);
	if (value === undefined && (VALUES as readonly string[]).includes(name))
		throw new FenceError(`“${name}” needs a value: ${name}="...".`);
	if (value !== undefined && (FLAGS as readonly string[]).includes(name))
		throw new FenceError(`“${name}” takes no value: write ${name} alone.`);
	if (value?.trim() === '')
		throw new FenceError(
			`“${name}” is empty. ${name === 'skip' ? 'Say why the block is not run.' : 'Give it a value or remove it.'}`,
		);
	words.set(name, value ?? '');
}

function runnerOf(lang: string, where: string | undefined): Runner {
	const runner = EXECUTED[lang as keyof typeof EXECUTED] as
		(typeof EXECUTED)[keyof typeof EXECUTED] | undefined;
	if (!runner)
		throw new FenceError(
			`nothing here runs “${lang || 'text without a language'}”. Languages that run: ${Object.keys(EXECUTED).join(', ')}. Otherwise use file="..." or skip="why".`,
		);
	if (runner === 'sql') {
		if (where === undefined)
			throw new FenceError('say on which database: run="sqlite", run="postgres" or run="mariadb".');
		return oneOf(where, DATABASES, 'database');
	}
	if (where !== undefined)
		throw new FenceError(
			`only sql takes a value after run. Write run alone${(SERVERS as readonly string[]).includes(where) ? ` and server="${where}"` : ''}.`,
		);
	return runner;
}

function checkerOf(lang: string, named: string | undefined): Checker {
	if (named !== undefined) return oneOf(named, CHECKERS, 'checker');
	const checker =
		CHECKED[lang as keyof typeof CHECKED] ??
		(EXECUTED[lang as 'sh'] === 'shell' ? 'bash' : undefined);
	if (!checker)
		throw new FenceError(
			`say which program checks it: check="nginx", or one of ${CHECKERS.join(', ')}.`,
		);
	return checker;
}

function insideWorkspace(word: string, path: string): string {
	if (path.startsWith('/') || path.startsWith('~') || path.split('/').includes('..'))
		throw new FenceError(
			`${word}="${path}" leaves the workspace. Give a path inside it, such as "app/server.js".`,
		);
	return path;
}

function milliseconds(text: string): number {
	const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text)?.[1];
	const time = Number(seconds) * 1000;
	if (seconds === undefined || time <= 0 || time > LONGEST)
		throw new FenceError(
			`timeout="${text}" is not a time up to 60 seconds, such as timeout="30s".`,
		);
	return time;
}

function oneOf<const T extends string>(name: string, names: readonly T[], what: string): T {
	if ((names as readonly string[]).includes(name)) return name as T;
	const near = nearest(name, names);
	throw new FenceError(
		`unknown ${what} “${name}”${near ? `: did you mean ${near}?` : `. There are ${names.join(', ')}.`}`,
	);
}

function list(text: string | undefined): string[] {
	return text?.split(/[\s,]+/).filter(Boolean) ?? [];
}
