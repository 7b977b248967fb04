import { stripVTControlCharacters } from 'node:util';
import { createTwoFilesPatch } from 'diff';

/**
 * An output as a page can show it: what cannot be seen is left out (colours, trailing white space,
 * CR before LF, empty lines at the end); other control characters are written as `cat -v` writes them.
 */
export function visible(output: string): string {
	return stripVTControlCharacters(output)
		.replace(/\r+\n/g, '\n')
		.replace(/[ \t]+$/gm, '')
		.replace(/\p{Cc}/gu, caret)
		.replace(/\n+$/, '');
}

/** A control character as `cat -v` writes it; line feeds and tabs stay. */
function caret(character: string): string {
	const code = character.charCodeAt(0);
	if (character === '\n' || character === '\t' || code > 127) return character;
	return code === 127 ? '^?' : `^${String.fromCharCode(code + 64)}`;
}

/** Replaces every part that may differ by the same sign. */
export function mask(text: string, varies: string | undefined): string {
	return varies === undefined ? text : text.replace(new RegExp(varies, 'gmu'), '…');
}

/**
 * Compares what a page shows with what was printed.
 * @param varies A regular expression: the only parts that may differ.
 * @returns Nothing when they agree, otherwise a diff.
 */
export function difference(expected: string, actual: string, varies?: string): string | undefined {
	const wanted = mask(visible(expected), varies);
	const got = mask(visible(actual), varies);
	if (wanted === got) return undefined;
	const patch = createTwoFilesPatch(
		'in the page',
		'printed now',
		`${wanted}\n`,
		`${got}\n`,
		'',
		'',
		{ context: 3 },
	);
	return patch.split('\n').slice(1).join('\n').trimEnd();
}
