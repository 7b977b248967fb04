import type { Block } from './extract.ts';
import { checkConfiguration } from './kinds/config.ts';
import { exchange } from './kinds/http.ts';
import { Mariadb } from './kinds/mariadb.ts';
import { Postgres } from './kinds/postgres.ts';
import { runAsProgram } from './kinds/program.ts';
import { Redis } from './kinds/redis.ts';
import { validateBlock } from './kinds/schema.ts';
import { Terminals } from './kinds/shell.ts';
import { Sqlite } from './kinds/sqlite.ts';
import type { Result } from './result.ts';
import type { Workspace } from './workspace.ts';

/** What lives as long as a page: its terminals and its database connections. */
export class Sessions {
	readonly workspace: Workspace;
	readonly terminals: Terminals;
	readonly sqlite: Sqlite;
	readonly postgres: Postgres;
	readonly mariadb: Mariadb;
	readonly redis: Redis;

	constructor(workspace: Workspace) {
		this.workspace = workspace;
		this.terminals = new Terminals(workspace);
		this.sqlite = new Sqlite(workspace);
		this.postgres = new Postgres(workspace);
		this.mariadb = new Mariadb(workspace);
		this.redis = new Redis(workspace);
	}

	close(): void {
		for (const each of [this.terminals, this.sqlite, this.postgres, this.mariadb, this.redis])
			each.close();
	}
}

/** Executes, validates or checks a block that is not left in the background. */
export async function execute(block: Block, sessions: Sessions, timeout: number): Promise<Result> {
	const { run, file, check } = block.fence;
	const { workspace } = sessions;
	if (check) return checkConfiguration(block, workspace, timeout);
	switch (run) {
		case undefined:
			return validateBlock(block, workspace);
		case 'shell':
			return file === undefined
				? sessions.terminals.run(block, timeout)
				: runAsProgram(block, workspace, timeout);
		case 'sqlite':
		case 'postgres':
		case 'mariadb':
		case 'redis':
			return sessions[run].run(block, timeout);
		case 'http':
			return exchange(block, workspace, timeout);
		default:
			return runAsProgram(block, workspace, timeout);
	}
}
