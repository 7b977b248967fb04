/** The commands of a `sh` block, and the lines (from 1, inside the block) that are not commands. */
export interface Commands {
	commands: string[];
	faults: { line: number; message: string }[];
}

/**
 * Reads what a reader would type: lines that start with `$ `, each with its continuation lines, which
 * are indented, or start with `> `, or follow a line that ends in `\`. Comments and empty lines are shown only.
 */
export function commandsOf(code: string): Commands {
	const commands: string[] = [];
	const faults: Commands['faults'] = [];
	let current: string[] | undefined;
	code.split('\n').forEach((line, index) => {
		const continues = current?.at(-1)?.endsWith('\\') === true;
		if (line.startsWith('$ ')) {
			current = [line.slice(2)];
			commands.push('');
		} else if (current && (continues || /^\s+\S/.test(line) || /^>( |$)/.test(line))) {
			current.push(line.replace(/^> ?/, ''));
		} else if (line.trim() === '' || line.startsWith('#')) {
			current = undefined;
		} else {
			faults.push({
				line: index + 1,
				message: `“${line}” is not a command. A command starts with “$ ”; its next lines are indented or start with “> ”. What it prints belongs in an output block.`,
			});
		}
		if (current) commands[commands.length - 1] = current.join('\n');
	});
	if (commands.length === 0 && faults.length === 0)
		faults.push({ line: 0, message: 'there is no command here. Commands start with “$ ”.' });
	return { commands, faults };
}
