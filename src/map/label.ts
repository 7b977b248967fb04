/** Pixels that a letter takes on average in a system face at 13 pixels, on the wide side. */
const LETTER = 7.3;
const LINE = 24;

/** Breaks a title into one or two lines of about the same length. */
export function linesOf(title: string): string[] {
	if (title.length <= LINE) return [title];
	const spaces = [...title.matchAll(/ /g)].map(({ index }) => index);
	const middle = spaces.toSorted(
		(a, b) => Math.abs(a - title.length / 2) - Math.abs(b - title.length / 2),
	)[0];
	return middle === undefined ? [title] : [title.slice(0, middle), title.slice(middle + 1)];
}

/** The width of some lines of text in pixels, estimated. */
export const widthOf = (lines: string[]) =>
	Math.ceil(Math.max(...lines.map((line) => line.length)) * LETTER);
