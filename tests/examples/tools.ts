import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { isExecutable, locate, searchPath, SYSTEM_PATH } from './locate.ts';
import { programs } from './programs.ts';
import { servers } from './servers/index.ts';

/** A program that examples use. */
export interface Tool {
	/** How pages and messages name it. */
	name: string;
	/** How people write it, in the badge of a block. */
	label: string;
	/** The commands that it brings, the one that is looked for first. None when it comes with the project. */
	commands: readonly string[];
	/** The command that prints its version, unless it is the first one with `--version`. */
	version?: readonly string[];
	/** Ends with 0 only if the tool has all that examples need, where the command alone does not say so. */
	complete?: readonly string[];
	/** The version of a tool that comes with the project. */
	bundled?: () => string;
	/** The Debian packages. */
	apt?: string;
	/** The Homebrew formula. */
	brew?: string;
	/** Prints the folder of the real programs where the commands are only switches, as with pyenv or rustup. */
	real?: readonly string[];
}

const run = promisify(execFile);

/** All tools by name. */
export const tools: ReadonlyMap<string, Tool> = new Map(
	[...programs, ...Object.values(servers)].map((tool) => [tool.name, tool]),
);

const byCommand = new Map(
	[...tools.values()].flatMap((tool) => tool.commands.map((command) => [command, tool] as const)),
);

/** The tool that brings a command, if it is one of those that may be missing. */
export const toolOfCommand = (command: string): Tool | undefined =>
	byCommand.get(command) ?? tools.get(command);

/** Whether a tool can be used. */
export function isInstalled({ commands, complete }: Tool): boolean {
	if (commands.length === 0) return true;
	const path = locate(commands[0]!);
	if (!path) return false;
	return !complete || spawnSync(path, complete.slice(1), { stdio: 'ignore' }).status === 0;
}

const versions = new Map<string, Promise<string>>();

/** The version of an installed tool, `24.21.0` for instance; `unknown` when it does not say. */
export function versionOf(tool: Tool): Promise<string> {
	let version = versions.get(tool.name);
	if (!version) versions.set(tool.name, (version = askVersion(tool)));
	return version;
}

async function askVersion(tool: Tool): Promise<string> {
	if (tool.bundled) return tool.bundled();
	const [command, ...args] = tool.version ?? [tool.commands[0]!, '--version'];
	const path = locate(command!);
	if (!path) return 'unknown';
	const env = { ...process.env, PATH: searchPath().join(':') };
	const { stdout, stderr } = await run(path, args, { timeout: 20_000, env }).catch(
		// Some print their version and exit with an error.
		(error: { stdout?: string; stderr?: string }) => ({
			stdout: error.stdout ?? '',
			stderr: error.stderr ?? '',
		}),
	);
	return /\d+(?:\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'unknown';
}

let path: Promise<string> | undefined;

/**
 * The search path of blocks: a folder with Node 24 and the tools that do not lie where systems keep
 * programs, then the system's own folders. The folder is made once a run.
 */
export function blockPath(): Promise<string> {
	return (path ??= makePath());
}

async function makePath(): Promise<string> {
	const bin = mkdtempSync(join(tmpdir(), 'handbook-bin-'));
	process.once('exit', () => rmSync(bin, { recursive: true, force: true }));
	symlinkSync(process.execPath, join(bin, 'node'));
	await Promise.all([...tools.values()].map((tool) => link(tool, bin)));
	return [bin, ...SYSTEM_PATH].join(':');
}

async function link(tool: Tool, bin: string): Promise<void> {
	const found = tool.commands.map((command) => ({ command, path: locate(command) }));
	if (found.every(({ path }) => path === undefined || SYSTEM_PATH.includes(dirname(path)))) return;
	const real = tool.real && (await folderOf(tool.real));
	for (const { command, path } of found) {
		const behind = real && join(real, command);
		const target = behind && isExecutable(behind) ? behind : path;
		if (target) symlinkSync(target, join(bin, command));
	}
}

async function folderOf([command, ...args]: readonly string[]): Promise<string | undefined> {
	const answer = await run(locate(command!)!, args, { timeout: 20_000 }).catch(() => undefined);
	return answer?.stdout.trim();
}
