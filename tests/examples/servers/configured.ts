import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from '../workspace.ts';
import { answers, launch, readLog } from './server.ts';

/** A server that is started with a page's own file. */
interface Configured {
	name: string;
	file: string;
	/** The words may contain `{file}`, as an absolute path, and `{port}`. */
	command: readonly string[];
	/** A line of its log, for a server that answers before it is ready. */
	says?: RegExp;
}

/**
 * Starts a server that reads a configuration which the page has written, and waits until it answers
 * on the page's first port.
 * @throws When the page has not written the configuration.
 */
export async function startConfigured(
	workspace: Workspace,
	{ name, file, command, says }: Configured,
): Promise<Record<string, string>> {
	if (!existsSync(join(workspace.folder, file)))
		throw new Error(
			`server="${name}" starts it with ${file}, which no block above writes. Write it with file="${file}" and let it listen on 127.0.0.1:$PORT (the word ports fills in $PORT).`,
		);
	const port = workspace.ports[0]!;
	const words = command.map((word) =>
		word.replace('{file}', join(workspace.folder, file)).replace('{port}', `${port}`),
	);
	await launch(workspace, {
		name,
		command: words,
		ready: async () => (!says || says.test(readLog(workspace, name))) && (await answers(port)),
	});
	return {};
}
