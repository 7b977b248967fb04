import { homedir, hostname, userInfo } from 'node:os';
import { realpathSync } from 'node:fs';

/** Names that every machine has, so that they say nothing about this one. */
const EVERYWHERE = new Set(['root', 'localhost']);

/** What must not be recorded: paths as they are, names as whole words. */
export interface Secrets {
	paths: string[];
	names: string[];
}

/**
 * The paths and names of this machine.
 * @param folder The page's temporary folder.
 * @param source The page: a name that its author wrote, as the word of a program, is no secret.
 */
export function secretsOf(
	folder: string,
	source: string,
	{ home, host, user } = { home: homedir(), host: hostname(), user: userInfo().username },
): Secrets {
	// The home of root is the same everywhere; what lies in it is not.
	const paths = [folder, realpathSync(folder), process.cwd(), home === '/root' ? '/root/' : home];
	const names = [user, host, host.split('.')[0] ?? ''];
	return {
		paths: [...new Set(paths)].filter((path) => path.length > 2),
		names: [...new Set(names)].filter(
			(name) =>
				name.length > 2 && !EVERYWHERE.has(name.toLowerCase()) && !wholeWord(name).test(source),
		),
	};
}

/**
 * Finds what would tell readers about the machine that recorded an output.
 * @returns The message, or nothing when the output may be recorded.
 */
export function indiscretion(output: string, { paths, names }: Secrets): string | undefined {
	const path = paths.find((each) => output.includes(each));
	if (path !== undefined)
		return `the output contains a path of this machine (${path}), so it cannot be recorded. Print a path relative to the workspace: a file's name instead of its full path, or end the command with  2>&1 | sed "s|$PWD/||g".`;
	const name = names.find((each) => wholeWord(each).test(output));
	if (name !== undefined)
		return `the output contains the name of this machine or its user (${name}), so it cannot be recorded. Ask the command not to print it.`;
	return undefined;
}

function wholeWord(name: string): RegExp {
	return new RegExp(`(?<![\\w.-])${RegExp.escape(name)}(?![\\w-])`, 'i');
}
