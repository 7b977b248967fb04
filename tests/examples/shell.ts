import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { killGroup, limit, FLOODED, OUTPUT_LIMIT, start } from './processes.ts';
import type { Ended, Place } from './processes.ts';

/**
 * One bash that lives as long as its page, so that the working directory, variables, functions and
 * jobs carry on from block to block, as they do in a reader's terminal. It runs without a terminal:
 * commands are sourced from files, with nothing on standard input.
 */
export class Shell {
	readonly #child;
	readonly #folder: string;
	readonly #token = randomBytes(8).toString('hex');
	readonly #exited: Promise<number>;
	#printed = '';
	#size = 0;
	#changed = Promise.withResolvers<void>();
	#count = 0;
	/** Whether the shell has ended, by `exit` for instance. */
	ended = false;

	/**
	 * @param folder Where the command files are written, outside the workspace.
	 * @param place The first working directory and the environment.
	 */
	constructor(folder: string, place: Pick<Place, 'cwd' | 'env'>) {
		this.#folder = folder;
		this.#child = start(['bash', '--noprofile', '--norc', '--noediting', '-i'], {
			cwd: place.cwd,
			env: { ...place.env, PS1: '', PS2: '', HISTFILE: '' },
			stdin: 'pipe',
		});
		this.#child.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
		this.#child.stdin?.on('error', () => {});
		this.#exited = new Promise((resolve) => {
			this.#child.once('exit', (code) => {
				this.ended = true;
				resolve(code ?? 137);
			});
		});
		// Interactive, so that messages read as in a terminal; without history expansion. The status
		// of a command is written to a copy of standard output, which `exec >file` leaves alone.
		this.#child.stdin?.write(
			`set +o history +H\nexec 9>&1\n__handbook_status() { return "$1"; }\nexport -n PS1 PS2 HISTFILE\n(exit 0)\n${this.#report()}`,
		);
	}

	/** Waits until the shell is ready, and forgets what it printed until then. */
	async ready(timeout: number): Promise<void> {
		await this.#status(timeout);
	}

	/** Runs one command, as typed. */
	async run(command: string, timeout: number): Promise<Ended> {
		const file = join(this.#folder, `command-${this.#token}-${++this.#count}`);
		writeFileSync(file, `${command}\n`);
		this.#child.stdin?.write(`. '${file}' </dev/null 9>&-\n${this.#report()}`);
		return this.#status(timeout);
	}

	/**
	 * Starts a command that goes on. What it prints goes to `log`, and its exit status to `log.status` when it ends.
	 */
	async background(command: string, log: string, timeout: number): Promise<Ended> {
		const file = join(this.#folder, `command-${this.#token}-${++this.#count}`);
		writeFileSync(file, `${command}\n`);
		this.#child.stdin?.write(
			`{ . '${file}'; echo $? >'${log}.status'; } </dev/null >'${log}' 2>&1 9>&- &\n${this.#report()}`,
		);
		return this.#status(timeout);
	}

	/** Ends the shell and what it started in its process group. */
	kill(): void {
		killGroup(this.#child.pid);
	}

	#report(): string {
		return `__handbook_status $?; printf '\\0%s %s\\0' ${this.#token} $? >&9; __handbook_status $?\n`;
	}

	#receive(chunk: Buffer): void {
		this.#size += chunk.length;
		if (this.#size <= OUTPUT_LIMIT + 1024) this.#printed += chunk.toString('latin1');
		this.#changed.resolve();
	}

	async #status(timeout: number): Promise<Ended> {
		const marker = new RegExp(`\\0${this.#token} (\\d+)\\0`);
		const late = limit(timeout);
		const gone = this.#exited.then((status) => ({ status }));
		for (;;) {
			const match = marker.exec(this.#printed);
			if (match) {
				const output = this.#take(match.index, match[0].length);
				return { output, status: Number(match[1]) };
			}
			if (this.#size > OUTPUT_LIMIT) return this.#stopped(FLOODED);
			this.#changed = Promise.withResolvers();
			const outcome = await Promise.race([this.#changed.promise, late, gone]);
			if (typeof outcome === 'string') return this.#stopped(outcome);
			if (outcome !== undefined) {
				await new Promise((resolve) => setTimeout(resolve, 50));
				return { output: this.#take(this.#printed.length, 0), status: outcome.status };
			}
		}
	}

	#take(length: number, marker: number): string {
		const output = this.#printed.slice(0, length);
		this.#printed = this.#printed.slice(length + marker);
		this.#size = this.#printed.length;
		return Buffer.from(output, 'latin1').toString('utf8');
	}

	#stopped(problem: string): Ended {
		this.kill();
		return { output: this.#take(this.#printed.length, 0), status: 137, problem };
	}
}
