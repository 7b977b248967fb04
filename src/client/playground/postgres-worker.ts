import { PGlite, type Results } from '@electric-sql/pglite';
import { NUMERIC_TYPES } from '../../sql/results.ts';
import { statementsOf } from '../../sql/statements.ts';
import { table } from '../../sql/table.ts';

/** PostgreSQL in a worker: each message is a block of statements, each answer what they printed. */
const opened = PGlite.create();

/** Values as PostgreSQL itself writes them, whatever their type. */
const asText = new Proxy({}, { get: () => (value: string) => value, has: () => true }) as Record<
	number,
	(value: string) => string
>;

onmessage = async ({ data }: MessageEvent<string>) => {
	const database = await opened;
	const printed: string[] = [];
	try {
		for (const statement of statementsOf(data)) {
			const results = await database.exec(statement, { rowMode: 'array', parsers: asText });
			for (const { fields, rows } of results as unknown as Results<(string | null)[]>[])
				if (fields.length)
					printed.push(
						`${table(
							fields.map(({ name, dataTypeID }) => ({ name, right: NUMERIC_TYPES.has(dataTypeID) })),
							rows,
						)}\n`,
					);
		}
	} catch (error) {
		const { severity = 'ERROR', message, detail, hint } = error as Record<string, string>;
		printed.push(
			[`${severity}:  ${message}`, detail && `DETAIL:  ${detail}`, hint && `HINT:  ${hint}`]
				.filter(Boolean)
				.join('\n'),
		);
	}
	postMessage({ text: printed.join('\n').trimEnd() });
};
