import { mdxToMdast } from 'satteri';
import type { Root } from 'mdast';
import { ProblemsError } from '../roadmap/types.ts';

/** The Markdown features of pages: the build and the checks must read a page alike. */
export const FEATURES = { headingAttributes: true, directive: true, frontmatter: true } as const;

/**
 * Parses a page with the site's own parser.
 * @param file The page's path from the project's root, for the message.
 * @throws {ProblemsError} When the MDX cannot be read, with file and line.
 */
export function parsePage(file: string, source: string): Root {
	try {
		return mdxToMdast(source, { features: FEATURES }) as Root;
	} catch (cause) {
		// The parser's messages read “line:column: what (rule)”.
		const text = cause instanceof Error ? cause.message : String(cause);
		const [, line, what] = /^(\d+):\d+: (.*?)(?: \([\w-]+:[\w-]+\))?$/s.exec(text) ?? [];
		throw new ProblemsError([
			{
				file,
				line: line ? Number(line) : undefined,
				message: `this MDX cannot be read: ${what ?? text}. Close every tag, and put code that has { or < in it between backticks.`,
			},
		]);
	}
}
