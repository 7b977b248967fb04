import type { ServerName } from '../../src/markdown/fence.ts';
import { Background } from './background.ts';
import { difference, visible } from './compare.ts';
import type { Block, Output, Page } from './extract.ts';
import { execute, Sessions } from './execute.ts';
import { indiscretion, secretsOf } from './privacy.ts';
import type { Result } from './result.ts';
import { missingFor } from './requirements.ts';
import { servers } from './servers/index.ts';
import { blockPath } from './tools.ts';
import type { Recording } from './update.ts';
import { copyPrograms, openWorkspace, writeWorkspaceFile } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** How long a block may take unless it says otherwise, in milliseconds. */
const TIMEOUT = 10_000;

/** Where and why a block was left out. */
export interface Skipped {
	line: number;
	reason: string;
	/** The tool that is not installed, when that is the reason. */
	missing?: string;
}

/** What became of a page's blocks. */
export interface PageResult {
	page: Page;
	/** Blocks that were run, checked, validated or written, and did what the page says. */
	passed: number;
	/** One message for each block that failed, starting with file and line. */
	failures: string[];
	skipped: Skipped[];
	/** Outputs as printed now, when they are to be recorded. */
	recordings: Recording[];
	/** Milliseconds. */
	duration: number;
}

/** Runs the blocks of a page from top to bottom in a fresh workspace. */
export async function runPage(page: Page, options: { update: boolean }): Promise<PageResult> {
	const started = Date.now();
	const workspace = await openWorkspace(await blockPath());
	copyPrograms(workspace, page);
	const run = new PageRun(page, workspace, options.update);
	const close = () => run.close();
	openPages.add(close);
	try {
		await run.all();
	} finally {
		openPages.delete(close);
		await close();
	}
	return { page, ...run.result, duration: Date.now() - started };
}

const openPages = new Set<() => Promise<void>>();

/** Ends what all pages started, when the run itself is interrupted. */
export async function closePages(): Promise<void> {
	await Promise.all([...openPages].map((close) => close()));
}

class PageRun {
	readonly result: Omit<PageResult, 'page' | 'duration'> = {
		passed: 0,
		failures: [],
		skipped: [],
		recordings: [],
	};
	readonly #page: Page;
	readonly #workspace: Workspace;
	readonly #update: boolean;
	readonly #sessions: Sessions;
	readonly #backgrounds = new Map<Block, Background>();
	readonly #started = new Set<ServerName>();
	#flood: NodeJS.Timeout | undefined;
	#flooded: string | undefined;

	constructor(page: Page, workspace: Workspace, update: boolean) {
		this.#page = page;
		this.#workspace = workspace;
		this.#update = update;
		this.#sessions = new Sessions(workspace);
	}

	async all(): Promise<void> {
		const { steps } = this.#page;
		for (const [index, step] of steps.entries()) {
			const stop =
				'output' in step && step.output
					? await this.#backgroundOutput(step.block, step.output)
					: await this.#block(step.block);
			if (this.#flooded && !stop) this.#fail(step.block, this.#flooded);
			if (!stop && !this.#flooded) continue;
			const reason =
				stop && stop !== true
					? stop
					: { reason: `not run: the block on line ${step.block.line} failed` };
			const rest = steps
				.slice(stop && stop !== true ? index : index + 1)
				.filter((later) => !('output' in later));
			for (const { block } of rest)
				this.result.skipped.push(
					block.fence.skip === undefined
						? { line: block.line, ...reason }
						: { line: block.line, reason: block.fence.skip },
				);
			return;
		}
	}

	async close(): Promise<void> {
		clearInterval(this.#flood);
		this.#sessions.close();
		for (const name of this.#started) await servers[name].stop?.(this.#workspace);
		await this.#workspace.close();
	}

	/** @returns Whether the page must stop here; a missing tool if that is why. */
	async #block(block: Block): Promise<boolean | Omit<Skipped, 'line'>> {
		const { fence } = block;
		if (fence.skip !== undefined) {
			this.result.skipped.push({ line: block.line, reason: fence.skip });
			return false;
		}
		const missing = missingFor(block)[0];
		if (missing)
			return { reason: `needs ${missing.label}, which is not installed`, missing: missing.name };
		try {
			await this.#startServers(block);
			if (fence.file !== undefined)
				writeWorkspaceFile(this.#workspace, fence.file, this.#filled(block));
			if (!fence.run && !fence.check && !fence.schema) {
				this.result.passed++;
				return false;
			}
			const result = await this.#perform(block);
			return this.#flooded ? this.#fail(block, this.#flooded) : this.#judge(block, result);
		} catch (error) {
			this.#fail(block, `the runner could not run this block: ${(error as Error).message}`);
			return true;
		}
	}

	async #perform(block: Block): Promise<Result> {
		const timeout = block.fence.timeout ?? TIMEOUT;
		if (!block.fence.background) return execute(block, this.#sessions, timeout);
		const { result, background } = await Background.start(
			block,
			this.#workspace,
			this.#sessions.terminals,
			timeout,
		);
		this.#backgrounds.set(block, background);
		this.#flood ??= setInterval(() => this.#watchFloods(), 100);
		return result;
	}

	#watchFloods(): void {
		for (const [block, background] of this.#backgrounds)
			if (background.flooded() && !this.#flooded) {
				this.#flooded = `the block on line ${block.line}, running in the background, printed more than 64 KB.`;
				void this.#workspace.sweep();
			}
	}

	async #startServers({ fence }: Block): Promise<void> {
		const asked = [
			...fence.servers,
			...(fence.run === 'postgres' || fence.run === 'redis' || fence.run === 'mariadb'
				? [fence.run]
				: []),
		];
		for (const name of asked) {
			if (this.#started.has(name)) continue;
			this.#started.add(name);
			const variables = await servers[name].start(this.#workspace);
			Object.assign(this.#workspace.env, variables);
			await this.#sessions.terminals.export(variables);
		}
	}

	/** The text of a file; with the word `ports`, with the page's ports in place of $PORT to $PORT4. */
	#filled({ fence, code }: Block): string {
		if (!fence.ports) return code;
		return code.replace(/\$\{?(PORT[234]?)\b\}?/g, (_, name: string) => this.#workspace.env[name]!);
	}

	#judge(block: Block, result: Result): boolean {
		const { fence, output } = block;
		const { failed, ending, problem } = result;
		if (problem !== undefined) return this.#fail(block, problem, result);
		if (failed && !fence.fails)
			return this.#fail(
				block,
				`failed with ${ending}. If that is the lesson, add the word fails.`,
				result,
			);
		if (!failed && fence.fails)
			return this.#fail(
				block,
				`did not fail (${ending}), although it says fails. Mend the example, or remove the word.`,
				result,
			);
		if (output && !fence.background) this.#compare(block, output, result.output, result.command);
		else this.result.passed++;
		return false;
	}

	async #backgroundOutput(block: Block, output: Output): Promise<boolean> {
		const background = this.#backgrounds.get(block);
		if (!background) return false;
		const { varies } = output.fence;
		const printed = this.#update
			? await background.quiet()
			: await background.show((text) => difference(output.text, text, varies) === undefined);
		this.#compare(block, output, printed, 'the process in the background', true);
		return false;
	}

	#compare(block: Block, output: Output, printed: string, command?: string, extra = false): void {
		const text = visible(printed);
		const secret = indiscretion(text, secretsOf(this.#workspace.root, this.#page.source));
		if (secret !== undefined) {
			this.#fail(block, secret, { output: text, command: command ?? '' });
			return;
		}
		const diff = difference(output.text, text, output.fence.varies);
		// What agrees is left as it stands: a part that varies would otherwise change with every update.
		if (diff !== undefined && this.#update)
			this.result.recordings.push({ line: output.line, endLine: output.endLine, text });
		if (diff === undefined || this.#update) {
			if (!extra) this.result.passed++;
			return;
		}
		this.result.failures.push(
			[
				`${this.#page.file}:${block.line}: the output on line ${output.line} differs from what is printed now.`,
				...(command ? [`  command: ${indented(command)}`] : []),
				indent(diff),
				`  If the new output is right: npm run examples -- ${this.#page.id} --update, then read the page again.`,
			].join('\n'),
		);
	}

	#fail(block: Block, message: string, result?: { output: string; command?: string }): true {
		const output = result ? visible(result.output) : '';
		const shown = excerpt(output);
		this.result.failures.push(
			[
				`${this.#page.file}:${block.line}: ${message}`,
				...(result?.command ? [`  command: ${indented(result.command)}`] : []),
				...(result
					? [shown === '' ? '  It printed nothing.' : `  It printed:\n${indent(shown)}`]
					: []),
			].join('\n'),
		);
		return true;
	}
}

/** The first and last lines of what is too long for a message. */
function excerpt(output: string): string {
	const lines = output
		.split('\n')
		.map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
	return lines.length <= 40
		? lines.join('\n')
		: [...lines.slice(0, 20), '…', ...lines.slice(-15)].join('\n');
}

const indent = (text: string) => text.replace(/^/gm, '    ');
const indented = (text: string) => text.replaceAll('\n', '\n           ');
