import width from 'string-width';

/** A column of a result. */
export interface Column {
	name: string;
	/** Whether its values stand to the right, as numbers do. */
	right: boolean;
}

/**
 * Draws a result as psql does: aligned columns, a rule, the number of rows. White space at the end of
 * lines is left out.
 * @param rows The values as text; null is shown as nothing.
 */
export function table(
	columns: readonly Column[],
	rows: readonly (readonly (string | null)[])[],
): string {
	const count = `(${rows.length} row${rows.length === 1 ? '' : 's'})`;
	const cells = rows.map((row) => row.map((value) => (value ?? '').split('\n')));
	const widths = columns.map(({ name }, index) =>
		Math.max(
			width(name),
			...cells.flatMap((row) => (row[index] ?? ['']).map((text) => width(text))),
		),
	);
	const line = (parts: string[]) => parts.join('|').trimEnd();
	const header = line(columns.map(({ name }, i) => centred(name, widths[i]!)));
	const rule = widths.map((each) => '-'.repeat(each + 2)).join('+');
	const body = cells.flatMap((row) => {
		const height = Math.max(1, ...row.map((lines) => lines.length));
		return Array.from({ length: height }, (_, y) =>
			line(
				columns.map(({ right }, i) => {
					const lines = row[i] ?? [''];
					const text = lines[y] ?? '';
					const space = ' '.repeat(widths[i]! - width(text));
					return ` ${right ? space + text : text + space}${y < lines.length - 1 ? '+' : ' '}`;
				}),
			),
		);
	});
	return [header, rule, ...body, count].join('\n');
}

function centred(name: string, columns: number): string {
	const space = columns - width(name);
	const left = Math.floor(space / 2);
	return ` ${' '.repeat(left)}${name}${' '.repeat(space - left)} `;
}
