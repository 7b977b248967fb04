import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { formatResult, splitStatements } from '../../markdown/sql-text.ts';

/** SQLite in a worker: each message is a block of statements, each answer what they printed. */
const database = sqlite3InitModule().then((sqlite3) => new sqlite3.oo1.DB(':memory:'));

onmessage = async ({ data }: MessageEvent<string>) => {
	const db = await database;
	const printed: string[] = [];
	try {
		for (const statement of splitStatements(data)) {
			const columns: string[] = [];
			const rows: unknown[][] = [];
			db.exec({
				sql: statement,
				rowMode: 'array',
				columnNames: columns,
				resultRows: rows as never,
			});
			if (columns.length) printed.push(formatResult(columns, rows));
		}
	} catch (error) {
		printed.push(
			`Error: ${(error as Error).message.replace(/^SQLITE_\w+: sqlite3 result code \d+: /, '')}`,
		);
	}
	postMessage({ text: printed.join('\n') });
};
