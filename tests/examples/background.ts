import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Block } from './extract.ts';
import { commandsOf } from './commands.ts';
import { FLOODED, isAlive, OUTPUT_LIMIT } from './processes.ts';
import { commandOf, programEnvironment } from './kinds/program.ts';
import type { Terminals } from './kinds/shell.ts';
import type { Result } from './result.ts';
import { answers } from './servers/server.ts';
import type { Workspace } from './workspace.ts';

/** A process that goes on while later blocks run. What it prints is collected in a file. */
export class Background {
	readonly #log: string;
	#shown = 0;
	/** The exit status, once it has ended. */
	#ended: () => Promise<number | undefined> = async () => undefined;

	private constructor(log: string) {
		this.#log = log;
	}

	/** Starts a block's program and waits until it is ready, or says why it is not. */
	static async start(
		block: Block,
		workspace: Workspace,
		terminals: Terminals,
		timeout: number,
	): Promise<{ result: Result; background: Background }> {
		const log = join(workspace.control, `background-${block.line}.log`);
		const before = await listening(workspace.ports);
		const background = new Background(log);
		const command =
			block.fence.run === 'shell' && !block.fence.file
				? await background.#inShell(block, terminals)
				: background.#asProgram(block, workspace);
		const problem = await background.#ready(block, workspace, before, timeout);
		const result: Result = {
			output: background.printed(),
			failed: false,
			ending: 'still running',
			command,
			...(problem === undefined ? {} : { problem }),
		};
		return { result, background };
	}

	async #inShell(block: Block, terminals: Terminals): Promise<string> {
		const command = commandsOf(block.code).commands.join('\n');
		const shell = await terminals.shell(block.fence.session);
		const pid = await shell.background(command, this.#log, 5000);
		this.#ended = async () => (isAlive(pid) ? undefined : shell.statusOf(pid));
		return `$ ${command}`;
	}

	#asProgram(block: Block, workspace: Workspace): string {
		const command = commandOf(block, workspace);
		const out = openSync(this.#log, 'w');
		const child = spawn(command[0]!, command.slice(1), {
			cwd: workspace.folder,
			env: programEnvironment(block, workspace),
			detached: true,
			stdio: ['ignore', out, out],
		});
		closeSync(out);
		child.on('error', () => {});
		this.#ended = async () => child.exitCode ?? (child.signalCode === null ? undefined : 137);
		return block.fence.file ? command.join(' ') : `${command[0]} (this block)`;
	}

	async #ready(
		block: Block,
		workspace: Workspace,
		before: Set<number>,
		timeout: number,
	): Promise<string | undefined> {
		const { ready } = block.fence;
		const pattern = ready === undefined ? undefined : new RegExp(ready, 'mu');
		const until = Date.now() + timeout;
		while (Date.now() < until) {
			const text = this.#text();
			if (pattern ? pattern.test(text) : text !== '') return this.#settled();
			if (!pattern && [...(await listening(workspace.ports))].some((port) => !before.has(port)))
				return this.#settled();
			const ended = await this.#ended();
			// A server that puts itself in the background ends with 0; its port answers later.
			if (ended !== undefined && ended !== 0)
				return `ended with exit status ${ended} although it says background.`;
			await sleep(20);
		}
		return pattern
			? `was not ready within ${timeout / 1000} s: its output never matched ready="${ready}".`
			: `was not ready within ${timeout / 1000} s: it printed nothing, and none of the ports PORT to PORT4 answers. Let it print a line when it is ready, and wait for that with ready="...".`;
	}

	/** Lets a line that is being printed arrive, and notices a program that stopped at once. */
	async #settled(): Promise<string | undefined> {
		for (let length = -1; length !== this.#text().length && !this.flooded(); await sleep(50))
			length = this.#text().length;
		if (this.flooded()) return FLOODED;
		const ended = await this.#ended();
		return ended === undefined || ended === 0
			? undefined
			: `ended with exit status ${ended} although it says background.`;
	}

	/** What it printed, up to the limit: the file may be larger than memory. */
	#text(): string {
		if (!existsSync(this.#log)) return '';
		const file = openSync(this.#log, 'r');
		try {
			const bytes = Buffer.alloc(OUTPUT_LIMIT);
			return bytes.toString('utf8', 0, readSync(file, bytes, 0, OUTPUT_LIMIT, 0));
		} finally {
			closeSync(file);
		}
	}

	/** Whether it has printed more than a block may. */
	flooded(): boolean {
		return existsSync(this.#log) && statSync(this.#log).size > OUTPUT_LIMIT;
	}

	/** What it printed since the last time that a page showed its output. */
	printed(): string {
		return this.#text().slice(this.#shown);
	}

	/** Waits until it has printed what the page expects, at most two seconds. */
	async show(agrees: (output: string) => boolean): Promise<string> {
		const until = Date.now() + 2000;
		while (!agrees(this.printed()) && Date.now() < until) await sleep(50);
		return this.#take();
	}

	/** Waits until it has printed nothing for half a second, at most five seconds. */
	async quiet(): Promise<string> {
		const until = Date.now() + 5000;
		for (let before = ''; before !== this.printed() && Date.now() < until; await sleep(500))
			before = this.printed();
		return this.#take();
	}

	#take(): string {
		const output = this.printed();
		this.#shown += output.length;
		return output;
	}
}

async function listening(ports: readonly number[]): Promise<Set<number>> {
	const open = await Promise.all(ports.map((port) => answers(port)));
	return new Set(ports.filter((_, index) => open[index]));
}
