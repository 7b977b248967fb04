import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Conversation } from './conversation.ts';
import type { Ended, Place } from './processes.ts';

/**
 * One bash that lives as long as its page, so that the working directory, variables, functions and
 * jobs carry on from block to block, as they do in a reader's terminal. It runs without a terminal:
 * commands are sourced from files, with nothing on standard input.
 */
export class Shell {
	readonly #bash: Conversation;
	readonly #folder: string;
	readonly #mark: string;
	#count = 0;

	/**
	 * @param folder Where the command files are written, outside the workspace.
	 * @param place The first working directory and the environment.
	 */
	constructor(folder: string, place: Pick<Place, 'cwd' | 'env'>) {
		this.#folder = folder;
		// Interactive, so that messages read as in a terminal.
		this.#bash = new Conversation(['bash', '--noprofile', '--norc', '--noediting', '-i'], {
			cwd: place.cwd,
			env: { ...place.env, PS1: '', PS2: '', HISTFILE: '' },
		});
		// The mark goes to a copy of standard output, which `exec >file` leaves alone. `$?` survives it.
		this.#mark = `__handbook=$?; printf '\\0%s %s\\0' ${this.#bash.token} $__handbook >&9; __handbook_status $__handbook\n`;
	}

	/** Whether the shell has ended, by `exit` for instance. */
	get ended(): boolean {
		return this.#bash.ended;
	}

	/** Waits until the shell is ready, and forgets what it printed until then. */
	async ready(timeout: number): Promise<void> {
		const setup =
			'set +o history +H\nexec 9>&1\n__handbook_status() { return "$1"; }\nexport -n PS1 PS2 HISTFILE\n';
		await this.#bash.ask(`${setup}(exit 0)\n${this.#mark}`, timeout);
	}

	/** Runs one command, as typed. Times as for `Conversation.ask`. */
	run(command: string, timeout: number, total = timeout): Promise<Ended> {
		const source = `. '${this.#written(command)}' </dev/null 9>&-\n`;
		return this.#bash.ask(source + this.#mark, timeout, total);
	}

	/**
	 * Starts a command that goes on and prints to `log`.
	 * @returns The process id, which `$!` and `%1` mean too.
	 */
	async background(command: string, log: string, timeout: number): Promise<number> {
		const job = `. '${this.#written(asOneProcess(command))}' </dev/null >'${log}' 2>&1 9>&- &`;
		await this.#bash.ask(`${job}\necho $! >'${log}.pid'\n${this.#mark}`, timeout);
		return Number(readFileSync(`${log}.pid`, 'utf8'));
	}

	/** The exit status of a background process that has ended. */
	async statusOf(pid: number): Promise<number> {
		return (await this.run(`wait ${pid}`, 5000)).status;
	}

	/** Ends the shell and what it started in its process group. */
	kill(): void {
		this.#bash.kill();
	}

	#written(command: string): string {
		const file = join(this.#folder, `command-${this.#bash.token}-${++this.#count}`);
		writeFileSync(file, `${command}\n`);
		return file;
	}
}

/**
 * Lets a simple command take the place of the shell that runs it, so that ending the job ends the
 * program, as it does in a terminal. Pipelines, lists, functions and builtins stay as they are.
 */
export function asOneProcess(command: string): string {
	const bare = command.replace(/'[^']*'|"(?:[^"\\]|\\.)*"|\\\n/g, ' ');
	const words = /^((?:\w+=(?:"[^"]*"|'[^']*'|[^\s"']*)\s+)*)([\w./-]+)(?=\s|$)/.exec(command);
	if (!words || /[;|&`\n]/.test(bare)) return command;
	const [, prefix = '', program = ''] = words;
	return `if [ "$(type -t ${program})" = file ]; then\n${prefix}exec ${command.slice(prefix.length)}\nelse\n${command}\nfi`;
}
