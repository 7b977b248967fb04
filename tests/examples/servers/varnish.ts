import { home } from './server.ts';
import type { Server } from './server.ts';
import { startConfigured } from './configured.ts';

export const varnish: Server = {
	name: 'varnish',
	label: 'Varnish',
	commands: ['varnishd', 'varnishadm', 'varnishlog', 'varnishstat'],
	version: ['varnishd', '-V'],
	apt: 'varnish',
	brew: 'varnish',
	async start(workspace) {
		const { folder } = await home(workspace, 'varnish');
		await startConfigured(workspace, {
			name: 'varnish',
			file: 'default.vcl',
			// Without its jail: the tests may run as root, and it would become a user who cannot read the page's folder.
			command: [
				'varnishd',
				'-F',
				'-j',
				'none',
				'-n',
				folder,
				'-f',
				'{file}',
				'-a',
				'127.0.0.1:{port}',
				'-s',
				'default,16m',
			],
		});
		return { VARNISH_DEFAULT_N: folder };
	},
};
