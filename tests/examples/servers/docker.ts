import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isExecutable, locate, searchPath } from '../locate.ts';
import { isAlive } from '../processes.ts';
import type { Workspace } from '../workspace.ts';
import { home, launch } from './server.ts';
import type { Server } from './server.ts';

const run = promisify(execFile);

/** The engine needs root: nothing before a command as root, sudo otherwise. */
const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
const root = (command: readonly string[]) => {
	const [program, ...args] = [...asRoot, ...command];
	return run(program!, args, { timeout: 20_000 });
};

interface Engine {
	folder: string;
	docker: (...args: string[]) => Promise<string>;
}
const engines = new WeakMap<Workspace, Engine>();

/** A page's own Docker engine: own images, own socket, nothing of the machine's engine is touched. */
export const docker: Server = {
	name: 'docker',
	label: 'Docker Engine',
	commands: ['dockerd', 'docker', 'docker-init'],
	apt: 'docker.io tini',
	async start(workspace) {
		const { folder } = await home(workspace, 'docker');
		const socket = join(folder, 'docker.sock');
		const variables = {
			DOCKER_HOST: `unix://${socket}`,
			DOCKER_BUILDKIT: '1',
			PATH: `${await folderOfClient(folder)}:${workspace.env['PATH']}`,
		};
		const env = { ...workspace.env, ...variables };
		const client = join(folder, 'bin', 'docker');
		const docker = async (...args: string[]) =>
			(await run(client, args, { env, timeout: 20_000 })).stdout.trim();
		engines.set(workspace, { folder, docker });
		await launch(workspace, {
			name: 'docker',
			command: [
				...asRoot,
				locate('dockerd')!,
				'--iptables=false',
				'--ip-forward=false',
				'--bridge=none',
				// A name that no container has is asked for nowhere else, and its lookup ends soon.
				'--dns=127.0.0.1',
				'--dns-opt=timeout:2',
				'--dns-opt=attempts:1',
				`--storage-driver=${await storageDriver(folder)}`,
				`--data-root=${join(folder, 'data')}`,
				`--exec-root=${join(folder, 'exec')}`,
				`--pidfile=${join(folder, 'pid')}`,
				`--group=${process.getgid?.() ?? 0}`,
				`--host=unix://${socket}`,
			],
			ready: async () =>
				existsSync(socket) &&
				(await docker('version').then(
					() => true,
					() => false,
				)),
		});
		return variables;
	},
	/** Containers, bridges and mounts outlive a killed engine, and its files may be root's. */
	async stop(workspace) {
		const engine = engines.get(workspace);
		if (!engine) return;
		const { folder, docker } = engine;
		const remove = async (list: string[], ...command: string[]) => {
			const names = (await docker(...list)).split('\n').filter(Boolean);
			if (names.length > 0) await docker(...command, ...names);
		};
		await remove(['ps', '--all', '--quiet'], 'rm', '--force').catch(() => {});
		await docker('network', 'prune', '--force').catch(() => {});
		const pid =
			existsSync(join(folder, 'pid')) && Number(readFileSync(join(folder, 'pid'), 'utf8'));
		if (pid) {
			await root(['kill', `${pid}`]).catch(() => {});
			for (const until = Date.now() + 15_000; isAlive(pid) && Date.now() < until;) await sleep(20);
		}
		const mounts = existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8') : '';
		for (const [, path] of mounts.matchAll(/^\S+ (\S+)/gm))
			if (path!.startsWith(`${folder}/`)) await root(['umount', '--lazy', path!]).catch(() => {});
		await root(['rm', '-rf', folder]).catch(() => {});
	},
};

/** Layers on top of each other where the file system can do that; copies of them, which take three times as long, elsewhere. */
async function storageDriver(folder: string): Promise<string> {
	const attempt = `cd "$1" && mkdir -p try/a try/b try/work try/all &&
		mount -t overlay overlay -o lowerdir=try/a,upperdir=try/b,workdir=try/work try/all &&
		umount try/all`;
	return root(['sh', '-c', attempt, 'sh', folder]).then(
		() => 'overlay2',
		() => 'vfs',
	);
}

/** A folder with the client that belongs to the engine: another one may lie before it in the path and build differently. */
async function folderOfClient(folder: string): Promise<string> {
	const release = async (program: string) =>
		/\d+\.\d+\.\d+/.exec((await run(program, ['--version'])).stdout)?.[0];
	const wanted = await release(locate('dockerd')!);
	let client = locate('docker')!;
	for (const candidate of searchPath().map((each) => join(each, 'docker')))
		if (isExecutable(candidate) && (await release(candidate)) === wanted) {
			client = candidate;
			break;
		}
	const bin = join(folder, 'bin');
	mkdirSync(bin);
	symlinkSync(client, join(bin, 'docker'));
	return bin;
}
