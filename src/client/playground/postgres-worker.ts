import { PGlite } from '@electric-sql/pglite';
import { formatResult } from '../../markdown/sql-text.ts';

/** PostgreSQL in a worker: each message is a block of statements, each answer what they printed. */
const database = PGlite.create();

/** Values as PostgreSQL itself writes them. */
const asText = new Proxy({}, { get: () => (value: string) => value }) as Record<
	number,
	(value: string) => string
>;

onmessage = async ({ data }: MessageEvent<string>) => {
	const db = await database;
	const printed: string[] = [];
	try {
		for (const { fields, rows, affectedRows } of await db.exec(data, {
			rowMode: 'array',
			parsers: asText,
		}))
			if (fields.length)
				printed.push(
					formatResult(
						fields.map(({ name }) => name),
						rows as unknown as unknown[][],
					),
				);
			else if (affectedRows) printed.push(`${affectedRows} rows changed`);
	} catch (error) {
		printed.push(`ERROR:  ${(error as Error).message}`);
	}
	postMessage({ text: printed.join('\n') });
};
