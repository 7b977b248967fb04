import {
	chmodSync,
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isAlive, MARK, sweep } from './processes.ts';
import type { Page } from './extract.ts';
import { freePort } from './ports.ts';
import { findChromium } from '../../src/tools/chromium.ts';

/** A page's own folder, ports and environment. */
export interface Workspace {
	/** The folder in which blocks run: their home and first working directory. */
	folder: string;
	/** The runner's own files: logs, the data of servers. Beside the workspace, so that `ls` shows only the page's files. */
	control: string;
	/** The page's temporary folder, which holds both. */
	root: string;
	/** The environment of every block. Servers add their ports and addresses to it. */
	env: Record<string, string>;
	/** The ports PORT to PORT4. */
	ports: number[];
	/** Ends every process of the page. */
	sweep(): Promise<void>;
	/** Ends every process of the page and removes its folder. */
	close(): Promise<void>;
}

/** How the temporary folders of pages start, and the file in them that says which process made them. */
const PREFIX = join(tmpdir(), 'handbook-page-');
const OWNER = 'owner';

/** Ends and removes what runs left behind that were killed before they could. */
export async function removeOrphans(): Promise<void> {
	for (const file of globSync(`${PREFIX}*/${OWNER}`)) {
		if (isAlive(Number(readFileSync(file, 'utf8')))) continue;
		const folder = realpathSync(dirname(file));
		await sweep(folder);
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Makes a fresh workspace.
 * @param path The search path of commands, see `tools.ts`.
 */
export async function openWorkspace(path: string): Promise<Workspace> {
	const root = realpathSync(mkdtempSync(PREFIX));
	// Servers that refuse to run as root run as another user and must reach their folder.
	chmodSync(root, 0o755);
	const folder = join(root, 'work');
	const control = join(root, 'control');
	for (const each of [folder, control, join(root, 'tmp')]) mkdirSync(each);
	writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
	writeFileSync(join(root, OWNER), `${process.pid}`);
	const ports = await Promise.all([1, 2, 3, 4].map(() => freePort()));
	const env = environment(path, folder, join(root, 'tmp'));
	env[MARK] = root;
	// Pages that show a browser at work start the one that the tests use.
	const chromium = findChromium();
	if (chromium) env['CHROMIUM'] = chromium;
	ports.forEach((port, index) => (env[index === 0 ? 'PORT' : `PORT${index + 1}`] = String(port)));
	return {
		folder,
		control,
		root,
		env,
		ports,
		sweep: () => sweep(root),
		async close() {
			await sweep(root);
			rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
		},
	};
}

/** Writes a block's file into the workspace and makes its folders. */
export function writeWorkspaceFile(workspace: Workspace, file: string, code: string): void {
	const path = resolve(workspace.folder, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, `${code}\n`, code.startsWith('#!') ? { mode: 0o755 } : {});
}

/**
 * Copies the programs that a page shows with `<Listing>` into its workspace, so that its blocks can run them. One that
 * has dependencies finds them in the project's own.
 */
export function copyPrograms(
	{ folder }: Workspace,
	{ listings }: Page,
	from = 'src/examples',
): void {
	for (const name of new Set(listings.map(({ file }) => file.split('/')[0]!)))
		if (existsSync(join(from, name))) {
			cpSync(join(from, name), join(folder, name), { recursive: true });
			const settings = join(from, name, 'package.json');
			if (existsSync(settings) && readFileSync(settings, 'utf8').includes('"dependencies"'))
				symlinkSync(resolve('node_modules'), join(folder, name, 'node_modules'));
		}
}

/** A clean environment that gives the same results on every machine. */
function environment(path: string, home: string, tmp: string): Record<string, string> {
	const date = '2026-01-01T12:00:00Z';
	const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
	return {
		PATH: path,
		HOME: home,
		TMPDIR: tmp,
		SHELL: '/bin/bash',
		USER: 'reader',
		LOGNAME: 'reader',
		TERM: 'dumb',
		TZ: 'UTC',
		LANG: locale,
		LC_ALL: locale,
		NO_COLOR: '1',
		PAGER: 'cat',
		GIT_PAGER: 'cat',
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_CEILING_DIRECTORIES: dirname(home),
		GIT_AUTHOR_NAME: 'Ada Reader',
		GIT_AUTHOR_EMAIL: 'ada@example.com',
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: 'Ada Reader',
		GIT_COMMITTER_EMAIL: 'ada@example.com',
		GIT_COMMITTER_DATE: date,
		GIT_CONFIG_COUNT: '1',
		GIT_CONFIG_KEY_0: 'init.defaultBranch',
		GIT_CONFIG_VALUE_0: 'main',
		// Without a terminal Python would hold back what it prints, and mix up the order.
		PYTHONUNBUFFERED: '1',
		PYTHONHASHSEED: '0',
		// Their text holds a process id. Other warnings are shown.
		NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
		GOTOOLCHAIN: 'local',
		GOPROXY: 'off',
	};
}
