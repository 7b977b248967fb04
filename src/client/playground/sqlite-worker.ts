import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { sqliteTable } from '../../sql/results.ts';
import { statementsOf } from '../../sql/statements.ts';
import { answering } from './engine.ts';

/** SQLite in a worker: each message is a block of statements, each answer what they printed. */
const opened = sqlite3InitModule().then(({ capi, oo1 }) => ({
	capi,
	database: new oo1.DB(':memory:'),
}));
// A rejection is told to whoever asks first.
opened.catch(() => {});

answering(async (code) => {
	const { database, capi } = await opened;
	const printed: string[] = [];
	for (const text of statementsOf(code)) {
		try {
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
		} catch (error) {
			printed.push(
				`Error: ${(error as Error).message.replace(/^.*?sqlite3 result code \d+: /, '')}`,
			);
			break;
		}
	}
	return printed.join('\n').trimEnd();
});
