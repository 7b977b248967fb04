import type { Server } from './server.ts';
import { startConfigured } from './configured.ts';

/** Debian calls it apache2; elsewhere it is httpd. */
const program = process.platform === 'darwin' ? 'httpd' : 'apache2';

export const apache: Server = {
	name: 'apache',
	label: 'Apache',
	commands: [program, 'ab', 'htpasswd'],
	version: [program, '-v'],
	apt: 'apache2',
	brew: 'httpd',
	start: (workspace) =>
		startConfigured(workspace, {
			name: 'apache',
			file: 'httpd.conf',
			command: [program, '-DFOREGROUND', '-d', workspace.folder, '-f', '{file}'],
		}),
};
