import { readFileSync } from 'node:fs';

const EXAMPLES = 'src/examples';

/** A listing that names a file or a region that does not exist. */
export class ListingError extends Error {
	override name = 'ListingError';
}

/**
 * Reads the part of an example program that a page shows.
 * @param file The program's file below `src/examples`.
 * @param region What stands between `#region <name>` and `#endregion <name>` there; the whole file without one.
 * @throws {ListingError} When there is no such file or region.
 */
export function readListing(file: string, region?: string, folder = EXAMPLES): string {
	let source: string;
	try {
		source = readFileSync(`${folder}/${file}`, 'utf8');
	} catch {
		throw new ListingError(`there is no file ${folder}/${file}. Give its path below ${folder}.`);
	}
	const lines = source.trimEnd().split('\n');
	const isMark = (line: string) => /#(?:end)?region\b/.test(line);
	if (!region) return lines.filter((line) => !isMark(line)).join('\n');
	const mark = (word: string) =>
		lines.findIndex((line) => new RegExp(`#${word} ${region}(?![\\w-])`).test(line));
	const [start, end] = [mark('region'), mark('endregion')];
	if (start === -1 || end < start) {
		const names = [...source.matchAll(/#region ([\w-]+)/g)].map(([, name]) => name);
		throw new ListingError(
			start === -1
				? `${folder}/${file} has no region “${region}”. It has ${names.join(', ') || 'none'}.`
				: `the region “${region}” of ${folder}/${file}, line ${start + 1}, is not closed with #endregion ${region}.`,
		);
	}
	return dedent(lines.slice(start + 1, end).filter((line) => !isMark(line)));
}

/**
 * The text of a block that says `from="shop/shop.sql"` or, of one region, `from="shop/shop.sql#schema"`.
 * @param from The value of the word.
 * @param text What stands in the fence itself, which must be nothing.
 * @throws {ListingError} When something stands there, or the file or region does not exist.
 */
export function readBlock(from: string, text: string, folder = EXAMPLES): string {
	if (text.trim() !== '')
		throw new ListingError(
			`from="${from}" fills this block, so nothing may stand in it. Empty it, or remove “from”.`,
		);
	const [file = '', region] = from.split('#');
	return readListing(file, region, folder);
}

function dedent(lines: string[]): string {
	const indents = lines.filter((line) => line.trim()).map((line) => /^\s*/.exec(line)![0].length);
	const least = Math.min(...indents);
	return lines.map((line) => line.slice(Number.isFinite(least) ? least : 0)).join('\n');
}
