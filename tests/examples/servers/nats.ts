import { home, launch, replies } from './server.ts';
import type { Server } from './server.ts';

export const nats: Server = {
	name: 'nats',
	label: 'NATS',
	commands: ['nats-server'],
	apt: 'nats-server',
	brew: 'nats-server',
	async start(workspace) {
		const { port, folder } = await home(workspace, 'nats');
		await launch(workspace, {
			name: 'nats',
			command: ['nats-server', '-a', '127.0.0.1', '-p', `${port}`, '-js', '-sd', folder],
			ready: () => replies(port, 'PING\r\n', /PONG/),
		});
		return { NATS_PORT: `${port}`, NATS_URL: `nats://127.0.0.1:${port}` };
	},
};
