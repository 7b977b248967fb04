import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The variable that marks every process of a page with the page's folder, so that also a daemon is found. */
export const MARK = 'HANDBOOK_EXAMPLE';

/** The most that a block may print, in bytes. */
export const OUTPUT_LIMIT = 64 * 1024;

/** How a program ended. */
export interface Ended {
	output: string;
	/** The exit status; 128 plus the signal's number when a signal ended it, as in a shell. */
	status: number;
	/** Why it was ended from outside, if it was. */
	problem?: string;
}

/** Where and how a program runs. Times in milliseconds. */
export interface Place {
	cwd: string;
	env: Record<string, string>;
	timeout: number;
}

/** Starts a program in its own process group, with standard error in standard output's pipe. */
export function start(
	command: readonly string[],
	place: { cwd: string; env: Record<string, string>; stdin?: 'pipe' },
): ChildProcess {
	return spawn('/bin/sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], {
		cwd: place.cwd,
		env: place.env,
		detached: true,
		stdio: [place.stdin ?? 'ignore', 'pipe', 'ignore'],
	});
}

/** Runs a program to its end, within its time limit and the output limit. */
export async function runProgram(command: readonly string[], place: Place): Promise<Ended> {
	const child = start(command, place);
	const collected = collect(child);
	const ended = new Promise<number>((resolve) => {
		child.once('error', () => resolve(127));
		child.once('exit', (code, signal) => resolve(code ?? 128 + signalNumber(signal)));
	});
	const outcome = await Promise.race([ended, collected.flooded, limit(place.timeout)]);
	if (typeof outcome === 'number') {
		await Promise.race([collected.closed, sleep(100)]);
		return { output: collected.text(), status: outcome };
	}
	killGroup(child.pid);
	await ended;
	return { output: collected.text(), status: 137, problem: outcome };
}

/**
 * Resolves to a message after a time, in milliseconds. Does not keep the process alive.
 * @param total The block's time limit, when a part of it was used up before.
 */
export async function limit(timeout: number, total = timeout): Promise<string> {
	await sleep(timeout, undefined, { ref: false });
	return `did not end within ${total / 1000} s and was ended. A block that must go on says background; one that needs longer says timeout="30s" (at most 60).`;
}

/** The message for a block that printed too much. */
export const FLOODED = `printed more than ${OUTPUT_LIMIT / 1024} KB and was ended. Show less: a page cannot hold that.`;

/** Collects what a program prints, up to the limit. */
export function collect(child: ChildProcess) {
	const chunks: Buffer[] = [];
	let size = 0;
	const flooded = Promise.withResolvers<string>();
	const closed = Promise.withResolvers<void>();
	child.stdout?.on('data', (chunk: Buffer) => {
		if (size > OUTPUT_LIMIT) return;
		size += chunk.length;
		chunks.push(chunk);
		if (size > OUTPUT_LIMIT) flooded.resolve(FLOODED);
	});
	child.stdout?.once('close', closed.resolve);
	return {
		text: () => Buffer.concat(chunks).toString('utf8'),
		flooded: flooded.promise,
		closed: closed.promise,
	};
}

const SIGNALS: Record<string, number> = {
	SIGHUP: 1,
	SIGINT: 2,
	SIGQUIT: 3,
	SIGABRT: 6,
	SIGKILL: 9,
	SIGSEGV: 11,
	SIGPIPE: 13,
	SIGTERM: 15,
};
function signalNumber(signal: NodeJS.Signals | null): number {
	return SIGNALS[signal ?? ''] ?? 0;
}

/** Ends a process group at once. */
export function killGroup(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It has ended already.
	}
}

/** Whether a process of this id exists. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Ends every process of a page, also those that left their process group or their parent.
 * They are known by the mark in their environment, or by working in the page's folder: some servers
 * write their title over their environment.
 * @param folder The page's temporary folder, which is also the value of `MARK`.
 */
export async function sweep(folder: string): Promise<void> {
	for (let round = 0; round < 50; round++) {
		const found = processesOf(folder);
		if (found.length === 0) return;
		for (const pid of found) {
			try {
				process.kill(pid, 'SIGKILL');
			} catch {
				// It ended by itself.
			}
		}
		await sleep(10);
	}
}

function processesOf(folder: string): number[] {
	return process.platform === 'linux' ? fromProc(folder) : fromPs(folder);
}

function fromProc(folder: string): number[] {
	const inside = (path: string) => path === folder || path.startsWith(`${folder}/`);
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => {
			if (pid === process.pid) return false;
			try {
				if (/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return false;
				return (
					readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${MARK}=${folder}\0`) ||
					inside(readlinkSync(`/proc/${pid}/cwd`))
				);
			} catch {
				return false;
			}
		});
}

/** macOS shows the environment of the user's own processes in `ps -E`. */
function fromPs(folder: string): number[] {
	return execFileSync('ps', ['-axww', '-E', '-o', 'pid=,command='], {
		encoding: 'utf8',
		maxBuffer: 1 << 26,
	})
		.split('\n')
		.filter((line) => line.includes(folder))
		.map((line) => Number.parseInt(line, 10))
		.filter((pid) => pid > 0 && pid !== process.pid);
}
