import type { Block } from '../extract.ts';
import { commandsOf } from '../commands.ts';
import { resultOf } from '../result.ts';
import type { Result } from '../result.ts';
import { Shell } from '../shell.ts';
import type { Workspace } from '../workspace.ts';

/** The terminals of a page, by the name of their session. */
export class Terminals {
	readonly #workspace: Workspace;
	readonly #shells = new Map<string, Shell>();

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** The session's shell, a new one if it was never opened or has ended. */
	async shell(session = ''): Promise<Shell> {
		const open = this.#shells.get(session);
		if (open && !open.ended) return open;
		const { folder: cwd, control, env } = this.#workspace;
		const shell = new Shell(control, { cwd, env: { ...env } });
		this.#shells.set(session, shell);
		await shell.ready(10_000);
		return shell;
	}

	/** Tells open shells about variables that appeared, such as a server's port. */
	async export(variables: Record<string, string>): Promise<void> {
		const words = Object.entries(variables).map(
			([name, value]) => `${name}='${value.replaceAll("'", `'\\''`)}'`,
		);
		for (const shell of this.#shells.values())
			if (!shell.ended) await shell.run(`export ${words.join(' ')}`, 5000);
	}

	/**
	 * Runs a block's commands one after the other. The first that fails ends the block, unless the
	 * block is there to fail: then the rest, `echo $?` for instance, still runs.
	 */
	async run(block: Block, timeout: number): Promise<Result> {
		const { commands } = commandsOf(block.code);
		const until = Date.now() + timeout;
		let result: Result = {
			output: '',
			failed: false,
			ending: 'exit status 0',
			command: commands.map((command) => `$ ${command}`).join('\n'),
		};
		for (const command of commands) {
			const shell = await this.shell(block.fence.session);
			const ended = await shell.run(command, Math.max(1, until - Date.now()), timeout);
			const one = resultOf(ended, `$ ${command}`);
			const output = result.output + one.output;
			result = {
				...(one.failed || !result.failed ? one : result),
				output,
				...(one.problem ? { problem: one.problem } : {}),
			};
			if (one.problem || (one.failed && !block.fence.fails)) break;
		}
		return result;
	}

	/** Ends every shell. */
	close(): void {
		for (const shell of this.#shells.values()) shell.kill();
	}
}
