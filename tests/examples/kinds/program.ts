import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fence } from '../../../src/markdown/fence.ts';
import type { Block } from '../extract.ts';
import { runProgram } from '../processes.ts';
import type { Ended, Place } from '../processes.ts';
import { resultOf } from '../result.ts';
import type { Result } from '../result.ts';
import { writeWorkspaceFile } from '../workspace.ts';
import type { Workspace } from '../workspace.ts';

const CACHE = resolve('.cache');

/**
 * The command that runs a block's program. Without a file, Node and Python are given the text itself,
 * so that no file appears in the workspace; the other languages need one, which has the usual name.
 */
export function commandOf(block: Block, workspace: Workspace): string[] {
	const { fence, code } = block;
	const file = fence.file;
	switch (fence.run) {
		case 'node':
			return file
				? ['node', file]
				: [
						'node',
						`--input-type=${isTypeScript(fence) ? 'module-typescript' : 'module'}`,
						'--eval',
						code,
					];
		case 'python':
			return file ? ['python3', file] : ['python3', '-c', code];
		case 'shell':
			return ['bash', file!];
		case 'java':
			return ['java', file ?? written(workspace, 'Main.java', code)];
		case 'php':
			return ['php', file ?? written(workspace, 'main.php', code)];
		case 'ruby':
			return ['ruby', file ?? written(workspace, 'main.rb', code)];
		case 'go':
			return ['go', 'run', file ?? written(workspace, 'main.go', code)];
		case 'rust': {
			const source = file ?? written(workspace, 'main.rs', code);
			const binary = join(workspace.control, 'program');
			return ['sh', '-c', 'rustc --edition 2021 -o "$2" "$1" && exec "$2"', 'sh', source, binary];
		}
		default:
			throw new Error(`${fence.run} is not run as a program`);
	}
}

const isTypeScript = ({ lang }: Fence) => lang === 'ts' || lang === 'typescript';

function written(workspace: Workspace, file: string, code: string): string {
	writeWorkspaceFile(workspace, file, code);
	return file;
}

/** The environment of programs: Go keeps what it compiled between runs of the examples. */
export function programEnvironment(block: Block, workspace: Workspace): Record<string, string> {
	if (block.fence.run !== 'go') return workspace.env;
	const cache = join(CACHE, 'go-build');
	mkdirSync(cache, { recursive: true });
	return { ...workspace.env, GOCACHE: cache };
}

/** Runs a block as a program in the workspace. */
export async function runAsProgram(
	block: Block,
	workspace: Workspace,
	timeout: number,
): Promise<Result> {
	const command = commandOf(block, workspace);
	const place: Place = {
		cwd: workspace.folder,
		env: programEnvironment(block, workspace),
		timeout,
	};
	const ended: Ended = await runProgram(command, place);
	return resultOf(ended, block.fence.file ? command.join(' ') : `${command[0]} (this block)`);
}
