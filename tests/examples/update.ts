/** A recorded output: the lines of its fence (from 1) and the new text. */
export interface Recording {
	line: number;
	endLine: number;
	text: string;
}

/**
 * Writes recorded outputs into a page. Only lines between an output's fences change, and the fences
 * grow where the output itself contains backticks.
 */
export function recordOutputs(source: string, recordings: readonly Recording[]): string {
	const lines = source.split('\n');
	for (const { line, endLine, text } of recordings.toSorted((a, b) => b.line - a.line)) {
		const opening = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[line - 1] ?? '');
		if (!opening)
			throw new Error(
				`Line ${line} does not open a fence; the page changed. Run the examples again.`,
			);
		const [, indent = '', fence = '```', words = ''] = opening;
		const sign = fence[0] ?? '`';
		const longest = Math.max(
			0,
			...[...text.matchAll(/^\s*(`{3,}|~{3,})/gm)]
				.filter(([, run]) => run?.[0] === sign)
				.map(([, run]) => run?.length ?? 0),
		);
		const safe = sign.repeat(Math.max(fence.length, longest + 1));
		const body = text === '' ? [] : text.split('\n').map((row) => (row === '' ? '' : indent + row));
		lines.splice(line - 1, endLine - line + 1, indent + safe + words, ...body, indent + safe);
	}
	return lines.join('\n');
}
