import { home, launch, replies } from './server.ts';
import type { Server } from './server.ts';

export const redis: Server = {
	name: 'redis',
	label: 'Redis',
	commands: ['redis-server', 'redis-cli', 'redis-benchmark'],
	apt: 'redis-server',
	brew: 'redis',
	async start(workspace) {
		const { port, folder } = await home(workspace, 'redis');
		const options = [
			'--port',
			`${port}`,
			'--bind',
			'127.0.0.1',
			'--dir',
			folder,
			'--save',
			'',
			'--daemonize',
			'no',
		];
		await launch(workspace, {
			name: 'redis',
			command: ['redis-server', ...options],
			cwd: folder,
			ready: () => replies(port, 'PING\r\n', /PONG/),
		});
		return {
			REDIS_PORT: `${port}`,
			REDIS_URL: `redis://127.0.0.1:${port}`,
			// redis-cli then prints as in a terminal.
			FAKETTY: '1',
		};
	},
};
