import type { Server } from './server.ts';
import { startConfigured } from './configured.ts';

export const haproxy: Server = {
	name: 'haproxy',
	label: 'HAProxy',
	commands: ['haproxy'],
	version: ['haproxy', '-v'],
	apt: 'haproxy',
	brew: 'haproxy',
	start: (workspace) =>
		startConfigured(workspace, {
			name: 'haproxy',
			file: 'haproxy.cfg',
			command: ['haproxy', '-db', '-f', 'haproxy.cfg'],
		}),
};
