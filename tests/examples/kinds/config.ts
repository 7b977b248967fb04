import { resolve } from 'node:path';
import type { Checker } from '../../../src/markdown/fence.ts';
import type { Block } from '../extract.ts';
import { runProgram } from '../processes.ts';
import { resultOf } from '../result.ts';
import type { Result } from '../result.ts';
import type { Workspace } from '../workspace.ts';

/** How each program checks a configuration file. `{path}` is for those that want an absolute path. */
const COMMANDS: Record<Checker, readonly string[]> = {
	nginx: ['nginx', '-t', '-p', '.', '-c', '{file}', '-e', 'stderr'],
	apache: [
		process.platform === 'darwin' ? 'httpd' : 'apache2',
		'-t',
		'-d',
		'{folder}',
		'-f',
		'{path}',
	],
	haproxy: ['haproxy', '-c', '-f', '{file}'],
	varnish: [
		'sh',
		'-c',
		'varnishd -C -n "$1" -f "$2" >"$1.log" 2>&1 || { cat "$1.log"; exit 1; }',
		'sh',
		'{control}/vcl',
		'{path}',
	],
	caddy: ['caddy', 'validate', '--adapter', 'caddyfile', '--config', '{file}'],
	bind: ['named-checkconf', '{file}'],
	prometheus: ['promtool', 'check', 'config', '{file}'],
	bash: ['bash', '-n', '{file}'],
	compose: ['docker-compose', '-f', '{file}', 'config', '-q'],
};

/** Lets a configuration's own program check it. */
export async function checkConfiguration(
	{ fence }: Block,
	workspace: Workspace,
	timeout: number,
): Promise<Result> {
	const file = fence.file!;
	const values: Record<string, string> = {
		file,
		path: resolve(workspace.folder, file),
		folder: workspace.folder,
		control: workspace.control,
	};
	const command = COMMANDS[fence.check!].map((word) =>
		word.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all),
	);
	const ended = await runProgram(command, { cwd: workspace.folder, env: workspace.env, timeout });
	return resultOf(ended, command.join(' '));
}
