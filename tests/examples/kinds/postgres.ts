import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Block } from '../extract.ts';
import { FLOODED, limit, OUTPUT_LIMIT } from '../processes.ts';
import type { Result } from '../result.ts';
import { NUMERIC_TYPES } from '../../../src/sql/results.ts';
import { statementsOf } from '../../../src/sql/statements.ts';
import { table } from '../../../src/sql/table.ts';
import type { Workspace } from '../workspace.ts';
import { psqlMessage } from '../../../src/sql/postgres-error.ts';
import type { ServerMessage } from '../../../src/sql/postgres-error.ts';

interface Answer {
	output: string;
	failed: boolean;
}

/** One connection, whose last statement may still be waiting for a lock. */
interface Session {
	client: pg.Client;
	/** What the server printed beside results, such as notices, since it was last shown. */
	notices: string[];
	statement: string;
	tag: string;
	size: number;
	flooded: PromiseWithResolvers<string>;
	waiting?: Promise<Answer>;
}

/** A page's connections to its PostgreSQL server. */
export class Postgres {
	readonly #workspace: Workspace;
	readonly #sessions = new Map<string, Session>();

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/**
	 * Runs a block's statements one by one, as psql does. A block that says `waits` ends when its last
	 * statement waits for a lock; what that statement gives is printed by the session's next block.
	 */
	async run({ fence, code }: Block, timeout: number): Promise<Result> {
		const session = await this.#session(fence.session ?? '');
		session.flooded = Promise.withResolvers();
		session.size = 0;
		const late = limit(timeout);
		const printed: string[] = [];
		let failed = false;
		const stopped = (problem: string): Result => {
			void session.client.end().catch(() => {});
			return {
				output: printed.join('\n'),
				failed: true,
				ending: 'no answer',
				problem,
				command: session.statement,
			};
		};
		const take = (answer: Answer) => {
			if (answer.output !== '') printed.push(answer.output);
			failed ||= answer.failed;
		};
		if (session.waiting) {
			const outcome = await Promise.race([session.waiting, late]);
			if (typeof outcome === 'string')
				return stopped(
					`the statement that was left waiting in an earlier block still waits: ${outcome}`,
				);
			take(outcome);
			delete session.waiting;
		}
		const statements = statementsOf(code);
		for (const [index, statement] of statements.entries()) {
			if (failed && !fence.fails) break;
			const answer = this.#execute(session, statement);
			if (fence.waits && index === statements.length - 1) {
				if (!(await this.#isWaiting(session, answer))) {
					take(await answer);
					return stopped(
						'did not wait for a lock, although it says waits. Remove the word, or let another session hold the lock.',
					);
				}
				session.waiting = answer;
				break;
			}
			const outcome = await Promise.race([answer, session.flooded.promise, late]);
			if (typeof outcome === 'string')
				return stopped(
					outcome === FLOODED
						? outcome
						: `${outcome} A statement that is meant to wait for a lock says waits.`,
				);
			take(outcome);
		}
		return { output: printed.join('\n'), failed, ending: failed ? 'an error' : 'no error' };
	}

	async #session(name: string): Promise<Session> {
		const open = this.#sessions.get(name);
		if (open) return open;
		const client = await this.#connect();
		const session: Session = {
			client,
			notices: [],
			statement: '',
			tag: '',
			size: 0,
			flooded: Promise.withResolvers(),
		};
		client.on('notice', (notice) =>
			session.notices.push(psqlMessage(notice as ServerMessage, session.statement)),
		);
		// pg keeps only the first word of what a command reports: CREATE, not CREATE TABLE.
		const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
		connection.on('commandComplete', (message: { text: string }) => (session.tag = message.text));
		connection.on('dataRow', (message: { length: number }) => {
			session.size += message.length;
			if (session.size <= OUTPUT_LIMIT) return;
			session.flooded.resolve(FLOODED);
			(connection as unknown as { stream: { destroy(): void } }).stream.destroy();
		});
		this.#sessions.set(name, session);
		return session;
	}

	async #connect(): Promise<pg.Client> {
		const client = new pg.Client({
			connectionString: this.#workspace.env['DATABASE_URL']!,
			application_name: 'psql',
		});
		// The error of a broken connection is told by the statement that runs in it.
		client.on('error', () => {});
		await client.connect();
		return client;
	}

	async #execute(session: Session, statement: string): Promise<Answer> {
		session.statement = `${statement.replace(/^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, '')};`;
		const text = session.statement;
		const printed = () => session.notices.splice(0);
		try {
			const result = await session.client.query({
				text,
				rowMode: 'array',
				types: { getTypeParser: () => String },
			} as pg.QueryArrayConfig);
			const notices = printed();
			if (result.fields.length === 0)
				return { output: [...notices, session.tag].join('\n'), failed: false };
			const columns = result.fields.map(({ name, dataTypeID }) => ({
				name,
				right: NUMERIC_TYPES.has(dataTypeID),
			}));
			const drawn = `${table(columns, result.rows as (string | null)[][])}\n`;
			const changed = /^(?:INSERT|UPDATE|DELETE|MERGE)\b/.test(session.tag);
			return {
				output: [...notices, drawn, ...(changed ? [session.tag] : [])].join('\n'),
				failed: false,
			};
		} catch (error) {
			return {
				output: [...printed(), psqlMessage(error as ServerMessage, text)].join('\n'),
				failed: true,
			};
		}
	}

	/** Asks the server, on a connection of its own, until the statement waits for a lock or has ended. */
	async #isWaiting(session: Session, answer: Promise<Answer>): Promise<boolean> {
		const observer = await this.#connect();
		let ended = false;
		void answer.then(() => (ended = true));
		try {
			const pid = (session.client as unknown as { processID: number }).processID;
			for (const until = Date.now() + 5000; !ended && Date.now() < until; await sleep(20)) {
				const { rows } = await observer.query(
					'select wait_event_type from pg_stat_activity where pid = $1',
					[pid],
				);
				if (rows[0]?.wait_event_type === 'Lock') return true;
			}
			return false;
		} finally {
			await observer.end();
		}
	}

	/** Closes every connection, also one that waits. */
	close(): void {
		for (const { client } of this.#sessions.values())
			(
				client as unknown as { connection: { stream: { destroy(): void } } }
			).connection.stream.destroy();
	}
}
