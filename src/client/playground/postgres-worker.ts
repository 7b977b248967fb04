import { PGlite, protocol } from '@electric-sql/pglite';
import { psqlMessage, type ServerMessage } from '../../sql/postgres-error.ts';
import { NUMERIC_TYPES } from '../../sql/results.ts';
import { statementsOf } from '../../sql/statements.ts';
import { table } from '../../sql/table.ts';
import { answering } from './engine.ts';

/** PostgreSQL in a worker: each message is a block of statements, each answer what psql would print of them. */
const opened = PGlite.create();
// A rejection is told to whoever asks first.
opened.catch(() => {});

interface Message {
	name: string;
	text: string;
	fields: unknown[];
}

answering(async (code) => {
	const database = await opened;
	const printed: string[] = [];
	for (const text of statementsOf(code)) {
		const statement = `${text};`;
		try {
			const { messages } = await database.execProtocol(protocol.serialize.query(statement), {
				onNotice: (notice) => printed.push(psqlMessage(notice as ServerMessage, statement)),
			});
			printed.push(psqlText(messages as unknown as Message[]));
		} catch (error) {
			printed.push(psqlMessage(error as ServerMessage, statement));
			break;
		}
	}
	return printed.join('\n').trimEnd();
});

/** What psql prints of one statement's messages: a table, the command's name, or both. */
function psqlText(messages: Message[]): string {
	const columns = messages.find(({ name }) => name === 'rowDescription')?.fields as
		{ name: string; dataTypeID: number }[] | undefined;
	const command = messages.find(({ name }) => name === 'commandComplete')?.text ?? '';
	if (!columns) return command;
	const rows = messages
		.filter(({ name }) => name === 'dataRow')
		.map(({ fields }) => fields as (string | null)[]);
	const drawn = table(
		columns.map(({ name, dataTypeID }) => ({ name, right: NUMERIC_TYPES.has(dataTypeID) })),
		rows,
	);
	return /^(?:INSERT|UPDATE|DELETE|MERGE)\b/.test(command)
		? `${drawn}\n\n${command}`
		: `${drawn}\n`;
}
