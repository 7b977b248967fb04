import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PageResult, Skipped } from './page.ts';

interface Green {
	key: string;
	passed: number;
	skipped: Skipped[];
}

/** Pages that passed, by what they passed with, kept between runs of one machine. */
export class GreenPages {
	readonly #file: string;
	readonly #pages: Record<string, Green>;
	readonly #added: Record<string, Green> = {};

	/**
	 * @param file Where they are kept.
	 * @param reuse Whether pages may be skipped for what stands there.
	 */
	constructor(file: string, reuse: boolean) {
		this.#file = file;
		this.#pages = reuse ? read(file) : {};
	}

	/** What must be the same for a page to be skipped: its source, the runner and the tools' versions. */
	key(source: string, runner: string, used: readonly string[]): string {
		return hash([source, runner, ...used.toSorted()]);
	}

	/** What the page's last run gave, if it passed with this key. */
	of(id: string, key: string): Green | undefined {
		const page = this.#pages[id];
		return page?.key === key ? page : undefined;
	}

	add(id: string, key: string, { passed, skipped }: PageResult): void {
		this.#added[id] = { key, passed, skipped };
	}

	save(): void {
		const file = this.#file;
		if (Object.keys(this.#added).length === 0) return;
		mkdirSync(dirname(file), { recursive: true });
		const pages = { ...read(file), ...this.#added };
		writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(pages, null, '\t')}\n`);
		renameSync(`${file}.${process.pid}`, file);
	}
}

/** The runner itself, and the programs that pages may show. */
export function runnerHash(): string {
	const files = globSync([
		'tests/examples/**/*.ts',
		'src/markdown/fence.ts',
		'src/examples/*/**',
	]).sort();
	return hash(files.flatMap((file) => [file, readOrNothing(file)]));
}

function hash(parts: readonly string[]): string {
	const sum = createHash('sha256');
	for (const part of parts) sum.update(part).update('\0');
	return sum.digest('hex').slice(0, 32);
}

function readOrNothing(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

function read(file: string): Record<string, Green> {
	try {
		return file === undefined
			? {}
			: (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Green>);
	} catch {
		return {};
	}
}
