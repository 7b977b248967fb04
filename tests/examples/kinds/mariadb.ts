import { Conversation } from '../conversation.ts';
import type { Block } from '../extract.ts';
import type { Result } from '../result.ts';
import type { Workspace } from '../workspace.ts';

/** A page's sessions with its MariaDB server, each one `mariadb` client that lives as long as the page. */
export class Mariadb {
	readonly #workspace: Workspace;
	readonly #clients = new Map<string, Conversation>();

	constructor(workspace: Workspace) {
		this.#workspace = workspace;
	}

	/** Runs a block's statements. The client stops at the first error unless the block is there to fail. */
	async run({ fence, code }: Block, timeout: number): Promise<Result> {
		const client = this.#client(fence.session ?? '');
		const text = code.trim().endsWith(';') ? code : `${code};`;
		const ended = await client.ask(`${text}\n\\! printf '\\0%s 0\\0' ${client.token}\n`, timeout);
		const failed = /^ERROR \d+/m.test(ended.output);
		return {
			output: asTyped(ended.output),
			failed,
			ending: failed ? 'an error' : 'no error',
			...(ended.problem === undefined ? {} : { problem: ended.problem }),
		};
	}

	#client(session: string): Conversation {
		const open = this.#clients.get(session);
		if (open && !open.ended) return open;
		const { env, folder } = this.#workspace;
		const options = [
			'--no-defaults',
			'--protocol=tcp',
			'--host=127.0.0.1',
			`--port=${env['MYSQL_TCP_PORT']}`,
			'--user=root',
		];
		const client = new Conversation(
			[
				'mariadb',
				...options,
				'--table',
				'--unbuffered',
				'--force',
				'--skip-line-numbers',
				'handbook',
			],
			{ cwd: folder, env },
		);
		this.#clients.set(session, client);
		return client;
	}

	/** Ends every client. */
	close(): void {
		for (const client of this.#clients.values()) client.kill();
	}
}

/**
 * Without a terminal the client repeats a statement that failed, and counts lines from the start of
 * its input, which is the page. A reader who types sees neither.
 */
function asTyped(output: string): string {
	return output
		.replace(/^-{14}\n[\s\S]*?\n-{14}\n\n(?=ERROR )/gm, '')
		.replace(/^(ERROR \d+ \(\w+\)) at line \d+:/gm, '$1:');
}
