/** The process in which a page's SQLite statements run, so that one that never ends can be ended. */
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { statementsOf } from '../../../src/sql/statements.ts';
import { sqliteTable } from '../../../src/sql/results.ts';

/** What the runner asks: the statements of one block. */
export interface SqliteRequest {
	session: string;
	code: string;
	/** Whether to go on after an error. */
	all: boolean;
	/** The most that may be printed, in characters. */
	limit: number;
}

/** What it is told. */
export interface SqliteAnswer {
	output: string;
	failed: boolean;
	flooded: boolean;
}

const file = process.argv[2]!;
const connections = new Map<string, DatabaseSync>();

process.on('message', (request: SqliteRequest) => process.send!(answer(request)));

function answer({ session, code, all, limit }: SqliteRequest): SqliteAnswer {
	let database = connections.get(session);
	if (!database) connections.set(session, (database = new DatabaseSync(file)));
	const printed: string[] = [];
	let failed = false;
	for (const statement of statementsOf(code)) {
		try {
			const result = execute(database, statement, limit);
			if (result === undefined) return { output: printed.join('\n'), failed, flooded: true };
			if (result !== '') printed.push(result);
		} catch (error) {
			printed.push(`Error: ${(error as Error).message}`);
			failed = true;
			if (!all) break;
		}
	}
	return { output: printed.join('\n'), failed, flooded: false };
}

/** Executes a statement. Returns its table, nothing to print, or undefined when it is too long to show. */
function execute(database: DatabaseSync, text: string, limit: number): string | undefined {
	const statement = database.prepare(text);
	const columns = statement.columns();
	if (columns.length === 0) {
		statement.run();
		return '';
	}
	const rows = rowsOf(statement, limit);
	if (!rows) return undefined;
	const drawn = sqliteTable(
		columns.map(({ name }) => name),
		rows,
	);
	return `${drawn}\n`;
}

function rowsOf(statement: StatementSync, limit: number): unknown[][] | undefined {
	statement.setReadBigInts(true);
	statement.setReturnArrays(true);
	const rows: unknown[][] = [];
	let size = 0;
	for (const row of statement.iterate() as Iterable<unknown>) {
		rows.push(row as unknown[]);
		size += (row as unknown[]).reduce<number>((sum, value) => sum + 3 + String(value).length, 0);
		if (size > limit) return undefined;
	}
	return rows;
}
