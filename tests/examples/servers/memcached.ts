import { home, launch, replies } from './server.ts';
import type { Server } from './server.ts';

export const memcached: Server = {
	name: 'memcached',
	label: 'memcached',
	commands: ['memcached'],
	apt: 'memcached',
	brew: 'memcached',
	async start(workspace) {
		const { port } = await home(workspace, 'memcached');
		// It refuses to run as root without being told whom to become.
		const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
		await launch(workspace, {
			name: 'memcached',
			command: ['memcached', '-l', '127.0.0.1', '-p', `${port}`, '-U', '0', ...user],
			ready: () => replies(port, 'version\r\n', /VERSION/),
		});
		return { MEMCACHED_PORT: `${port}` };
	},
};
