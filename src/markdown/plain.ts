import { readBlock, readListing } from './listing.ts';

const attribute = (tag: string, name: string) =>
	new RegExp(`\\b${name}="([^"]*)"`)
		.exec(tag)?.[1]
		?.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');

/** A program of `src/examples`, or a region of it, as a block of code. */
function listing(tag: string): string {
	const file = attribute(tag, 'file')!;
	return `\`\`\`${file.split('.').at(-1)}\n${readListing(file, attribute(tag, 'region'))}\n\`\`\``;
}

/** A fenced block without the words that only the handbook knows. */
function fence(block: string): string {
	const from = /^ *```.*\bfrom="([^"]+)"/.exec(block)?.[1];
	const plain = block.replace(/^( *```\w*).*$/m, '$1');
	return from ? plain.replace('\n', `\n${readBlock(from, '')}\n`) : plain;
}

/**
 * A page's text as plain Markdown, for those who read or quote it without the handbook's components.
 * @param source The page's MDX.
 * @param addressOf The whole address of a path of the handbook.
 */
export function plainMarkdown(source: string, addressOf: (path: string) => string): string {
	const body = source.replace(/^---\n[\s\S]*?\n---\n/, '');
	// Code is left as it is: only what stands between the fences is changed.
	return body
		.split(/(^ *```[\s\S]*?^ *```$)/m)
		.map((part, n) => (n % 2 ? fence(part) : prose(part, addressOf)))
		.join('')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

const prose = (text: string, addressOf: (path: string) => string) =>
	text
		.replace(/<Term ([^>]*)>([\s\S]*?)<\/Term>/g, (_, tag: string, words: string) => {
			const at = attribute(tag, 'at');
			return `[${words}](${addressOf(`/${attribute(tag, 'topic')}/${at ? `#${at}` : ''}`)})`;
		})
		.replace(/<Listing ([^>]*)\/>/g, (_, tag: string) => listing(tag))
		.replace(/<Choice ([^>]*)>/g, (_, tag: string) => {
			const words = attribute(tag, 'text') ?? '';
			return /\bcorrect\b/.test(tag.replace(/"[^"]*"/g, ''))
				? `- ${words} **(right)**`
				: `- ${words}`;
		})
		.replace(/<Exercise ([^>]*)>/g, (_, tag: string) => `**${attribute(tag, 'title') ?? ''}**`)
		.replace(/<Check>/g, '*How to know that it works:*')
		.replace(/<Solution>/g, '*Solution:*')
		.replace(/<Answer>/g, '*Answer:*')
		.replace(/<\/?(Question|Choice|Answer|Exercise|Check|Solution)\b[^>]*>/g, '')
		.replace(/^(#+ .*?) \{#([\w-]+)\}$/gm, '$1')
		.replace(/\]\((\/[^)]*)\)/g, (_, path: string) => `](${addressOf(path)})`)
		.replace(/^:::(\w+)(?:\[(.*?)\])?$/gm, (_, _kind: string, title?: string) =>
			title ? `**${title}**` : '',
		)
		.replace(/^:::$/gm, '');
