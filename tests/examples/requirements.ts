import type { Block, Page } from './extract.ts';
import { commandsOf } from './commands.ts';
import { isInstalled, toolOfCommand, tools } from './tools.ts';
import type { Tool } from './tools.ts';

/** The tools that a block uses: what runs it, its servers, its checker, what it `needs`, and the commands that it types. */
export function toolsOf({ fence, code }: Block): Tool[] {
	if (fence.skip !== undefined) return [];
	const names = [
		fence.run,
		fence.check?.replace('bash', 'shell'),
		fence.schema && 'schema',
		...fence.servers,
	];
	const typed =
		fence.run === 'shell' && fence.file === undefined
			? typedCommands(commandsOf(code).commands.join('\n'))
			: [];
	const found = [
		...names.filter((name) => name !== undefined).map((name) => tools.get(name)),
		...fence.needs.map((name) => toolOfCommand(name) ?? { name, label: name, commands: [name] }),
		...typed.map((command) => toolOfCommand(command)),
	];
	return [...new Set(found.filter((tool) => tool !== undefined))];
}

/** The tools of a block that are not installed. */
export const missingFor = (block: Block): Tool[] =>
	toolsOf(block).filter((tool) => !isInstalled(tool));

/** All tools of a page. */
export const toolsOfPage = (page: Page): Tool[] => [
	...new Set(page.steps.flatMap(({ block }) => toolsOf(block))),
];

/** The words that stand where a shell expects a command. */
export function typedCommands(text: string): string[] {
	const position =
		/(?:^|[\n;|&(`]|\$\(|\b(?:sudo|exec|time|xargs|then|do|else|nohup|timeout \S+|env|watch)\s)\s*(?:\w+=\S*\s+)*([a-z][\w-]*)/g;
	return [...new Set([...text.matchAll(position)].map(([, word]) => word!))];
}
