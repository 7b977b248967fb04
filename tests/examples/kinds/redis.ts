import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Block } from '../extract.ts';
import { FLOODED, limit, OUTPUT_LIMIT } from '../processes.ts';
import type { Result } from '../result.ts';
import type { Workspace } from '../workspace.ts';
import { readReply, showReply, splitCommand } from './redis-reply.ts';
import type { Reply } from './redis-reply.ts';

/** One connection, with the replies that nobody has read yet. */
interface Connection {
	socket: Socket;
	bytes: string;
	changed: PromiseWithResolvers<void>;
	/** How many commands were left waiting by an earlier block. */
	waiting: number;
}

/** A page's connections to its Redis server. A block is a list of commands, as typed into redis-cli. */
export class Redis {
	readonly #workspace: Workspace;
	readonly #connections = new Map<string, Connection>();

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/**
	 * Sends a block's commands one by one. A block that says `waits` ends when the last has no reply
	 * yet; that reply is printed by the session's next block.
	 */
	async run({ fence, code }: Block, timeout: number): Promise<Result> {
		const connection = await this.#connection(fence.session ?? '');
		const late = limit(timeout);
		const printed: string[] = [];
		let failed = false;
		const ended = (problem?: string, command?: string): Result => ({
			output: printed.join('\n'),
			failed,
			ending: failed ? 'an error' : 'no error',
			...(problem === undefined ? {} : { problem }),
			...(command === undefined ? {} : { command }),
		});
		const take = (reply: Reply) => {
			printed.push(showReply(reply));
			failed ||= reply.kind === 'error';
		};
		for (; connection.waiting > 0; connection.waiting--) {
			const reply = await next(connection, late);
			if (typeof reply === 'string')
				return ended(`a command of an earlier block still waits: ${reply}`);
			take(reply);
		}
		const lines = code.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
		for (const [index, line] of lines.entries()) {
			const words = splitCommand(line.replace(/^[\w.:[\]()]*> /, ''));
			if (!words) return ended('the quotes of this command are not closed.', line);
			send(connection, words);
			if (fence.waits && index === lines.length - 1) {
				const early = await next(
					connection,
					sleep(300).then(() => 'waits'),
				);
				if (typeof early !== 'string') {
					take(early);
					return ended('did not wait, although it says waits. Remove the word.', line);
				}
				connection.waiting = 1;
				break;
			}
			const reply = await next(connection, late);
			if (typeof reply === 'string') return ended(reply, line);
			take(reply);
			if (failed && !fence.fails) return ended(undefined, line);
		}
		return ended();
	}

	async #connection(session: string): Promise<Connection> {
		const open = this.#connections.get(session);
		if (open) return open;
		const socket = connect(Number(this.#workspace.env['REDIS_PORT']), '127.0.0.1');
		const connection: Connection = {
			socket,
			bytes: '',
			changed: Promise.withResolvers(),
			waiting: 0,
		};
		socket.on('data', (chunk) => {
			connection.bytes += chunk.toString('latin1');
			connection.changed.resolve();
		});
		socket.on('error', () => {});
		await new Promise((resolve) => socket.once('connect', resolve));
		this.#connections.set(session, connection);
		return connection;
	}

	/** Closes every connection. */
	close(): void {
		for (const { socket } of this.#connections.values()) socket.destroy();
	}
}

function send({ socket }: Connection, words: string[]): void {
	const parts = words.map((word) => {
		const bytes = Buffer.from(word);
		return Buffer.concat([Buffer.from(`$${bytes.length}\r\n`), bytes, Buffer.from('\r\n')]);
	});
	socket.write(Buffer.concat([Buffer.from(`*${words.length}\r\n`), ...parts]));
}

/** The next reply, or the message of what came first. */
async function next(connection: Connection, late: Promise<string>): Promise<Reply | string> {
	for (;;) {
		if (connection.bytes.length > OUTPUT_LIMIT) return FLOODED;
		const read = readReply(connection.bytes);
		if (read) {
			connection.bytes = connection.bytes.slice(read.next);
			return read.reply;
		}
		connection.changed = Promise.withResolvers();
		const outcome = await Promise.race([connection.changed.promise, late]);
		if (typeof outcome === 'string') return outcome;
	}
}
