import type { Server } from './server.ts';
import { startConfigured } from './configured.ts';

export const caddy: Server = {
	name: 'caddy',
	label: 'Caddy',
	commands: ['caddy'],
	version: ['caddy', 'version'],
	apt: 'caddy',
	brew: 'caddy',
	start: (workspace) =>
		startConfigured(workspace, {
			name: 'caddy',
			file: 'Caddyfile',
			command: ['caddy', 'run', '--config', 'Caddyfile', '--adapter', 'caddyfile'],
		}),
};
