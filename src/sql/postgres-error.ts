import width from 'string-width';

/** What PostgreSQL says of an error or a notice. */
export interface ServerMessage {
	severity?: string | undefined;
	message?: string | undefined;
	detail?: string | undefined;
	hint?: string | undefined;
	where?: string | undefined;
	position?: string | undefined;
}

/** Writes an error or a notice as psql does, with the place in the statement. */
export function psqlMessage(error: ServerMessage, statement: string): string {
	return [
		`${error.severity ?? 'ERROR'}:  ${error.message ?? ''}`,
		...(error.position === undefined ? [] : place(statement, Number(error.position) - 1)),
		...(error.detail === undefined ? [] : [`DETAIL:  ${error.detail}`]),
		...(error.hint === undefined ? [] : [`HINT:  ${error.hint}`]),
		...(error.where === undefined || error.severity !== 'ERROR'
			? []
			: [`CONTEXT:  ${error.where}`]),
	].join('\n');
}

/** psql shows at most so many columns of the line, and so many to the right of the place. */
const SHOWN = 60;
const RIGHT = 10;

/** The line of the statement with a caret below the place, cut as psql cuts it. */
function place(statement: string, at: number): string[] {
	const characters = [...statement].map((character) => (character === '\t' ? ' ' : character));
	const before = characters.slice(0, at);
	const number = before.filter((character) => character === '\n').length + 1;
	const start = before.lastIndexOf('\n') + 1;
	const end = characters.indexOf('\n', at);
	const line = characters.slice(start, end === -1 ? undefined : end);
	const column = (index: number) => width(line.slice(0, index).join(''));
	let first = 0;
	let last = line.length;
	const here = at - start;
	if (column(last) > SHOWN) {
		if (SHOWN >= column(here) + RIGHT) while (column(last) > SHOWN) last--;
		else {
			while (column(here) + RIGHT < column(last)) last--;
			while (column(last) - column(first) > SHOWN) first++;
		}
	}
	const prefix = `LINE ${number}: ${first > 0 ? '...' : ''}`;
	return [
		`${prefix}${line.slice(first, last).join('')}${last < line.length ? '...' : ''}`,
		`${' '.repeat(prefix.length + column(here) - column(first))}^`,
	];
}
