import { table } from './table.ts';

/** PostgreSQL's types whose values psql puts to the right: integers, floats, numeric, money and ids. */
export const NUMERIC_TYPES: ReadonlySet<number> = new Set([
	20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069,
]);

/** Draws the rows of a SQLite statement: numbers to the right, values as SQLite's own shell writes them. */
export function sqliteTable(
	names: readonly string[],
	rows: readonly (readonly unknown[])[],
): string {
	const isNumber = (value: unknown) => typeof value === 'bigint' || typeof value === 'number';
	const columns = names.map((name, index) => ({
		name,
		right:
			rows.every((row) => row[index] === null || isNumber(row[index])) &&
			rows.some((row) => row[index] !== null),
	}));
	return table(
		columns,
		rows.map((row) => row.map(shown)),
	);
}

function shown(value: unknown): string | null {
	if (value === null) return null;
	// A real number that happens to be whole, as SQLite's shell tells it from an integer.
	if (typeof value === 'number')
		return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : String(value);
	if (value instanceof Uint8Array)
		return `x'${[...value].map((byte) => byte.toString(16).padStart(2, '0')).join('')}'`;
	return String(value);
}
