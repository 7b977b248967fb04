import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { FLOODED, killGroup, limit, OUTPUT_LIMIT, start } from './processes.ts';
import type { Ended, Place } from './processes.ts';

/**
 * A program that takes one request after another on its standard input, such as a shell. After each
 * request it is asked to print a mark that nothing else prints: what came before is the answer.
 */
export class Conversation {
	/** Stands in the mark, which is `\0token status\0`. */
	readonly token = `t${randomBytes(8).toString('hex')}`;
	/** Whether the program has ended. */
	ended = false;
	readonly #child;
	readonly #exited: Promise<number>;
	#printed = '';
	#size = 0;
	#changed = Promise.withResolvers<void>();

	constructor(command: readonly string[], place: Pick<Place, 'cwd' | 'env'>) {
		this.#child = start(command, { ...place, stdin: 'pipe' });
		this.#child.stdout?.on('data', (chunk: Buffer) => this.#receive(chunk));
		this.#child.stdin?.on('error', () => {});
		this.#exited = new Promise((resolve) => {
			const end = (code: number | null) => {
				this.ended = true;
				resolve(code ?? 137);
			};
			this.#child.once('exit', end);
			this.#child.once('error', () => end(127));
		});
	}

	/**
	 * Sends a request whose last action prints the mark, and waits for it.
	 * @param timeout How long, in milliseconds; of `total`, when the block had a part of its time before.
	 */
	async ask(request: string, timeout: number, total = timeout): Promise<Ended> {
		this.#child.stdin?.write(request);
		const mark = new RegExp(`\\x00${this.token} (\\d+)\\x00`);
		const late = limit(timeout, total);
		const gone = this.#exited.then((status) => ({ status }));
		for (;;) {
			const match = mark.exec(this.#printed);
			if (match)
				return { output: this.#take(match.index, match[0].length), status: Number(match[1]) };
			if (this.#size > OUTPUT_LIMIT) return this.#stop(FLOODED);
			this.#changed = Promise.withResolvers();
			const outcome = await Promise.race([this.#changed.promise, late, gone]);
			if (typeof outcome === 'string') return this.#stop(outcome);
			if (outcome !== undefined) {
				await sleep(50);
				return { output: this.#take(this.#printed.length, 0), status: outcome.status };
			}
		}
	}

	/** Ends the program and its process group. */
	kill(): void {
		killGroup(this.#child.pid);
	}

	#receive(chunk: Buffer): void {
		this.#size += chunk.length;
		// One character a byte, so that a character cut in two is not lost.
		if (this.#size <= OUTPUT_LIMIT + 1024) this.#printed += chunk.toString('latin1');
		this.#changed.resolve();
	}

	#take(length: number, mark: number): string {
		const output = this.#printed.slice(0, length);
		this.#printed = this.#printed.slice(length + mark);
		this.#size = this.#printed.length;
		return Buffer.from(output, 'latin1').toString('utf8');
	}

	#stop(problem: string): Ended {
		this.kill();
		return { output: this.#take(this.#printed.length, 0), status: 137, problem };
	}
}
