import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { sqliteTable } from '../../sql/results.ts';
import { statementsOf } from '../../sql/statements.ts';

/** SQLite in a worker: each message is a block of statements, each answer what they printed. */
const opened = sqlite3InitModule().then((sqlite3) => ({
	capi: sqlite3.capi,
	database: new sqlite3.oo1.DB(':memory:'),
}));

onmessage = async ({ data }: MessageEvent<string>) => {
	const { database, capi } = await opened;
	const printed: string[] = [];
	try {
		for (const text of statementsOf(data)) {
			const statement = database.prepare(text);
			try {
				const names = statement.columnCount ? statement.getColumnNames([]) : [];
				const rows: unknown[][] = [];
				while (statement.step())
					rows.push(
						names.map((_, index) =>
							// Integers as such, so that 1 and 1.0 are told apart.
							capi.sqlite3_column_type(statement, index) === capi.SQLITE_INTEGER
								? BigInt(statement.get(index) as number | bigint)
								: statement.get(index),
						),
					);
				if (names.length) printed.push(`${sqliteTable(names, rows)}\n`);
			} finally {
				statement.finalize();
			}
		}
	} catch (error) {
		printed.push(`Error: ${(error as Error).message.replace(/^.*?sqlite3 result code \d+: /, '')}`);
	}
	postMessage({ text: printed.join('\n').trimEnd() });
};
