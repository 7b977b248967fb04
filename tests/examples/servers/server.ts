import { closeSync, openSync, readFileSync, mkdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerName } from '../../../src/markdown/fence.ts';
import type { Tool } from '../tools.ts';
import type { Workspace } from '../workspace.ts';
import { freePort } from '../ports.ts';
import { isAlive } from '../processes.ts';

/** A server that a page can ask for by name. */
export interface Server extends Tool {
	name: ServerName;
	/**
	 * Starts the server on a free loopback port and waits until it answers.
	 * @returns The variables by which blocks reach it.
	 * @throws When it does not start, with what it printed.
	 */
	start(workspace: Workspace): Promise<Record<string, string>>;
	/** Ends it in its own way, where it would leave something behind in the system when killed. */
	stop?(workspace: Workspace): Promise<void>;
}

/** How a server's program is started. */
export interface Launch {
	/** Names the log, in messages. */
	name: string;
	command: readonly string[];
	env?: Record<string, string>;
	cwd?: string;
	/** The user and group to run as. */
	user?: { uid: number; gid: number } | undefined;
	/** Whether it is ready; asked again and again. */
	ready: () => Promise<boolean>;
	/** How long it may take, in milliseconds; 20 s unless told. */
	timeout?: number;
}

/** Starts a server's program and waits until it is ready. Its processes end with the page. */
export async function launch(
	workspace: Workspace,
	{ name, command, ready, ...options }: Launch,
): Promise<number> {
	const log = join(workspace.control, `${name}.log`);
	const descriptor = openSync(log, 'a');
	const child = spawn(command[0]!, command.slice(1), {
		cwd: options.cwd ?? workspace.folder,
		env: { ...workspace.env, ...options.env },
		stdio: ['ignore', descriptor, descriptor],
		detached: true,
		...options.user,
	});
	closeSync(descriptor);
	const failure = new Promise<string>((resolve) =>
		child.once('error', (error) => resolve(error.message)),
	);
	const until = Date.now() + (options.timeout ?? 20_000);
	while (Date.now() < until) {
		if (child.pid === undefined) throw new Error(`${name} did not start: ${await failure}.`);
		if (await ready()) return child.pid;
		if (child.exitCode !== null || child.signalCode !== null || !isAlive(child.pid)) break;
		await sleep(20);
	}
	throw new Error(
		`${name} did not start. It printed:\n${readFileSync(log, 'utf8').slice(-4000).trimEnd()}`,
	);
}

/** What a launched server has printed. */
export const readLog = (workspace: Workspace, name: string): string =>
	readFileSync(join(workspace.control, `${name}.log`), 'utf8');

/** A free port, and a folder of the server's own beside the workspace. */
export async function home(
	workspace: Workspace,
	name: string,
): Promise<{ port: number; folder: string }> {
	const folder = join(workspace.control, name);
	mkdirSync(folder, { recursive: true });
	return { port: await freePort(), folder };
}

/** Whether something accepts connections on a loopback port. */
export function answers(port: number, host = '127.0.0.1'): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ port, host, timeout: 500 });
		const done = (result: boolean) => {
			socket.destroy();
			resolve(result);
		};
		socket.once('connect', () => done(true));
		socket.once('error', () => done(false));
		socket.once('timeout', () => done(false));
	});
}

/** Whether a server answers a text command of its protocol. */
export function replies(port: number, request: string, expected: RegExp): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ port, host: '127.0.0.1', timeout: 500 });
		let text = '';
		const done = (result: boolean) => {
			socket.destroy();
			resolve(result);
		};
		socket.once('connect', () => socket.write(request));
		socket.on('data', (chunk) => {
			text += chunk.toString('latin1');
			if (expected.test(text)) done(true);
		});
		for (const event of ['error', 'timeout', 'close'] as const)
			socket.once(event, () => done(false));
	});
}
