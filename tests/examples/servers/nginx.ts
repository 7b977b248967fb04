import type { Server } from './server.ts';
import { startConfigured } from './configured.ts';

export const nginx: Server = {
	name: 'nginx',
	label: 'nginx',
	commands: ['nginx'],
	version: ['nginx', '-v'],
	apt: 'nginx-light',
	brew: 'nginx',
	start: (workspace) =>
		startConfigured(workspace, {
			name: 'nginx',
			file: 'nginx.conf',
			command: ['nginx', '-p', '.', '-c', 'nginx.conf', '-e', 'stderr', '-g', 'daemon off;'],
		}),
};
