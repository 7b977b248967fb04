import type { Server } from './server.ts';
import { startConfigured } from './configured.ts';

export const bind: Server = {
	name: 'bind',
	label: 'BIND',
	commands: [
		'named',
		'dig',
		'named-checkconf',
		'named-checkzone',
		'rndc',
		'delv',
		'nsupdate',
		'host',
		'nslookup',
	],
	version: ['named', '-v'],
	apt: 'bind9 bind9-dnsutils',
	brew: 'bind',
	start: (workspace) =>
		startConfigured(workspace, {
			name: 'bind',
			file: 'named.conf',
			command: ['named', '-g', '-c', '{file}'],
			says: /running$/m,
		}),
};
