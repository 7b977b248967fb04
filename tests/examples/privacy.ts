import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { realpathSync } from 'node:fs';

/** Names so common that they say nothing about a machine, or are words of the page itself. */
const COMMON = new Set([
	'root',
	'localhost',
	'user',
	'runner',
	'node',
	'admin',
	'app',
	'vm',
	'host',
	'test',
	'postgres',
	'server',
	'ubuntu',
	'debian',
	'www-data',
	'build',
	'ci',
]);

/** What must not be recorded: paths as they are, names as whole words. */
export interface Secrets {
	paths: string[];
	names: string[];
}

/** The paths and names of this machine. */
export function secretsOf(folder: string): Secrets {
	const paths = [folder, realpathSync(folder), `${tmpdir()}/handbook-`, process.cwd(), homedir()];
	const names = [userInfo().username, hostname(), hostname().split('.')[0] ?? ''];
	return {
		// `/` and `/root` alone are on every machine; a path below them still counts.
		paths: [...new Set(paths.map((path) => (path === '/root' ? '/root/' : path)))].filter(
			(path) => path.length > 3,
		),
		names: [...new Set(names)].filter((name) => name.length > 2 && !COMMON.has(name.toLowerCase())),
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
	const name = names.find((each) =>
		new RegExp(`(?<![\\w.-])${each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i').test(
			output,
		),
	);
	if (name !== undefined)
		return `the output contains the name of this machine or its user (${name}), so it cannot be recorded. Ask the command not to print it.`;
	return undefined;
}
