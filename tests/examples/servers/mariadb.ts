import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { locate } from '../locate.ts';
import { home, launch } from './server.ts';
import type { Server } from './server.ts';

const run = promisify(execFile);

/** Stands for MySQL too. Reached over TCP as root without a password; the page's database is `handbook`. */
export const mariadb: Server = {
	name: 'mariadb',
	label: 'MariaDB',
	commands: [
		'mariadbd',
		'mariadb',
		'mariadb-dump',
		'mariadb-admin',
		'mysql',
		'mysqldump',
		'mysqladmin',
	],
	version: ['mariadbd', '--version'],
	apt: 'mariadb-server mariadb-client',
	brew: 'mariadb',
	async start(workspace) {
		const { port, folder } = await home(workspace, 'mariadb');
		const { env } = workspace;
		const user = process.getuid?.() === 0 ? ['--user=root'] : [];
		await run(
			locate('mariadb-install-db')!,
			[
				'--no-defaults',
				`--datadir=${folder}`,
				'--auth-root-authentication-method=normal',
				'--skip-test-db',
				...user,
			],
			{ env, cwd: folder, timeout: 60_000 },
		);
		const server = [
			'--no-defaults',
			`--datadir=${folder}`,
			`--port=${port}`,
			'--bind-address=127.0.0.1',
			`--socket=${folder}/mysql.sock`,
			`--pid-file=${folder}/pid`,
		];
		const client = [
			'--no-defaults',
			'--protocol=tcp',
			'--host=127.0.0.1',
			`--port=${port}`,
			'--user=root',
		];
		await launch(workspace, {
			name: 'mariadb',
			command: [
				'mariadbd',
				...server,
				'--skip-name-resolve',
				'--character-set-server=utf8mb4',
				...user,
			],
			cwd: folder,
			ready: async () => {
				const made = run(locate('mariadb')!, [...client, '-e', 'create database handbook'], {
					env,
				});
				return made.then(
					() => true,
					() => false,
				);
			},
		});
		return {
			MYSQL_HOST: '127.0.0.1',
			MYSQL_TCP_PORT: `${port}`,
			MYSQL_PORT: `${port}`,
			MARIADB_URL: `mysql://root@127.0.0.1:${port}/handbook`,
		};
	},
};
