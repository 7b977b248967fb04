import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Block } from '../extract.ts';
import { FLOODED, killGroup, limit, OUTPUT_LIMIT } from '../processes.ts';
import type { Result } from '../result.ts';
import type { Workspace } from '../workspace.ts';
import type { SqliteAnswer, SqliteRequest } from './sqlite-worker.ts';

/** A page's SQLite database, with one connection for each session. */
export class Sqlite {
	readonly #workspace: Workspace;
	#worker: ChildProcess | undefined;

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** Runs a block's statements. */
	async run({ fence, code }: Block, timeout: number): Promise<Result> {
		const worker = (this.#worker ??= fork(
			join(import.meta.dirname, 'sqlite-worker.ts'),
			[join(this.#workspace.control, 'page.db')],
			{
				cwd: this.#workspace.control,
				env: this.#workspace.env,
				execArgv: [],
				detached: true,
				stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
			},
		));
		const answered = new Promise<SqliteAnswer | string>((resolve) => {
			worker.once('message', (message) => resolve(message as SqliteAnswer));
			worker.once('exit', (status, signal) =>
				resolve(`SQLite's process ended (${signal ?? `status ${status}`}).`),
			);
		});
		const request: SqliteRequest = {
			session: fence.session ?? '',
			code,
			all: fence.fails,
			limit: OUTPUT_LIMIT,
		};
		worker.send(request);
		const outcome = await Promise.race([answered, limit(timeout)]);
		if (typeof outcome === 'string') {
			this.close();
			return {
				output: '',
				failed: true,
				ending: 'no answer',
				problem: outcome,
				command: 'these statements',
			};
		}
		const { output, failed, flooded } = outcome;
		return {
			output,
			failed,
			ending: failed ? 'an error' : 'no error',
			...(flooded ? { problem: FLOODED } : {}),
		};
	}

	/** Ends the process of the database. */
	close(): void {
		killGroup(this.#worker?.pid);
		this.#worker = undefined;
	}
}
