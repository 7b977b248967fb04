import { home, launch } from './server.ts';
import type { Server } from './server.ts';

/** Starts with the page's prometheus.yml, which must have a target, and is ready after the first scrape of each. */
export const prometheus: Server = {
	name: 'prometheus',
	label: 'Prometheus',
	commands: ['prometheus', 'promtool'],
	version: ['prometheus', '--version'],
	apt: 'prometheus',
	brew: 'prometheus',
	async start(workspace) {
		const { port, folder } = await home(workspace, 'prometheus');
		const url = `http://127.0.0.1:${port}`;
		await launch(workspace, {
			name: 'prometheus',
			command: [
				'prometheus',
				'--config.file=prometheus.yml',
				`--storage.tsdb.path=${folder}`,
				`--web.listen-address=127.0.0.1:${port}`,
			],
			ready: async () => {
				try {
					if (!(await fetch(`${url}/-/ready`)).ok) return false;
					const answer = (await (await fetch(`${url}/api/v1/targets`)).json()) as {
						data: { activeTargets: { health: string }[] };
					};
					const targets = answer.data.activeTargets;
					return targets.length > 0 && targets.every(({ health }) => health !== 'unknown');
				} catch {
					return false;
				}
			},
		});
		return { PROMETHEUS_URL: url, PROMETHEUS_PORT: `${port}` };
	},
};
