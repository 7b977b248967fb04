import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../ports.ts';
import type { Workspace } from '../workspace.ts';
import { answers, home, launch } from './server.ts';
import type { Server } from './server.ts';

const run = promisify(execFile);

/** Debian's command in the search path becomes another user; the program itself is beside its library. */
const PROGRAMS = [
	'/usr/lib/rabbitmq/bin',
	'/opt/homebrew/opt/rabbitmq/sbin',
	'/usr/local/opt/rabbitmq/sbin',
];
const folderOfPrograms = PROGRAMS.find((folder) => existsSync(folder)) ?? '';
const program = (name: string) => join(folderOfPrograms, name);

/** Everything that would otherwise be shared by all RabbitMQ servers of a machine is the page's own. */
async function environment(workspace: Workspace): Promise<Record<string, string>> {
	const { port, folder } = await home(workspace, 'rabbitmq');
	const [distribution, epmd] = [await freePort(), await freePort()];
	return {
		RABBITMQ_NODENAME: `page${port}@localhost`,
		RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
		RABBITMQ_NODE_PORT: `${port}`,
		RABBITMQ_DIST_PORT: `${distribution}`,
		RABBITMQ_MNESIA_BASE: folder,
		RABBITMQ_LOG_BASE: folder,
		RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
		RABBITMQ_CONF_ENV_FILE: '/dev/null',
		RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq'),
		RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
		ERL_EPMD_PORT: `${epmd}`,
		ERL_EPMD_ADDRESS: '127.0.0.1',
	};
}

export const rabbitmq: Server = {
	name: 'rabbitmq',
	label: 'RabbitMQ',
	commands: [
		'rabbitmq-server',
		'rabbitmqctl',
		'rabbitmq-diagnostics',
		'rabbitmq-plugins',
		'rabbitmq-queues',
		'rabbitmqadmin',
	],
	version: ['sh', '-c', 'dpkg-query -W rabbitmq-server 2>/dev/null || rabbitmqctl version'],
	apt: 'rabbitmq-server',
	brew: 'rabbitmq',
	async start(workspace) {
		const env = await environment(workspace);
		const port = Number(env['RABBITMQ_NODE_PORT']);
		await launch(workspace, {
			name: 'rabbitmq',
			command: [program('rabbitmq-server')],
			env,
			ready: async () => (await answers(port)) && (await accepts({ ...workspace.env, ...env })),
			timeout: 50_000,
		});
		return {
			...env,
			PATH: `${folderOfPrograms}:${workspace.env['PATH']}`,
			AMQP_PORT: `${port}`,
			AMQP_URL: `amqp://guest:guest@127.0.0.1:${port}`,
		};
	},
};

async function accepts(env: Record<string, string>): Promise<boolean> {
	const status = run(program('rabbitmqctl'), ['await_startup', '--timeout', '5'], {
		env,
		timeout: 20_000,
	});
	return status.then(
		() => true,
		() => false,
	);
}
