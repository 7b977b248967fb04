import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders in which systems keep programs and servers. */
export const SYSTEM_PATH = [
	'/usr/local/sbin',
	'/usr/local/bin',
	'/usr/sbin',
	'/usr/bin',
	'/sbin',
	'/bin',
	'/opt/homebrew/sbin',
	'/opt/homebrew/bin',
];

/** Where Homebrew keeps formulas, also those that it does not link because the system has its own. */
const KEGS = '/opt/homebrew/opt';

/** Where Debian keeps the programs of PostgreSQL's server, a folder for each version. */
const CLUSTERS = '/usr/lib/postgresql';

/** Where commands are looked for: what this process was given, then where systems keep them. */
export function searchPath(): string[] {
	const given = (process.env['PATH'] ?? '')
		.split(':')
		.filter((folder) => folder.startsWith('/') && !folder.includes('node_modules'));
	const kegs = existsSync(KEGS)
		? readdirSync(KEGS).flatMap((name) => [join(KEGS, name, 'bin'), join(KEGS, name, 'sbin')])
		: [];
	const clusters = existsSync(CLUSTERS)
		? readdirSync(CLUSTERS)
				.toSorted((a, b) => Number(b) - Number(a))
				.map((version) => join(CLUSTERS, version, 'bin'))
		: [];
	return [...new Set([...given, ...SYSTEM_PATH, ...kegs, ...clusters])];
}

/** The path of a command, or nothing when it is not installed. */
export function locate(command: string): string | undefined {
	return searchPath()
		.map((folder) => join(folder, command))
		.find(isExecutable);
}

/** Whether a file exists that can be executed. */
export function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
