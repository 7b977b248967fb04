/** Marks the words of a search in the page that was chosen from it, without touching the page's text. */
import { asked, wordsOf } from '../search/words.ts';

const KEY = 'handbook:marks';
const NAME = 'search';

/** Remembers, for the page that is opened next, what to mark there. */
export function markNext(path: string, query: string): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify({ path, query }));
	} catch {
		// Forbidden: then nothing is marked.
	}
}

/** Marks what was searched for, if this page was chosen from a search. Escape takes the marks away. */
export function showMarks(): void {
	const text = sessionStorage.getItem(KEY);
	if (!text || !('highlights' in CSS)) return;
	sessionStorage.removeItem(KEY);
	const { path, query } = JSON.parse(text) as { path: string; query: string };
	const content = document.querySelector('.sl-markdown-content');
	if (path !== location.pathname || !content) return;
	const wanted = new Set(asked(query));
	const ranges: Range[] = [];
	const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode())
		for (const { 0: word, index } of node.nodeValue!.matchAll(/[\p{L}\p{N}+#]+/gu))
			if (wordsOf(word).some((one) => wanted.has(one))) {
				const range = new Range();
				range.setStart(node, index);
				range.setEnd(node, index + word.length);
				ranges.push(range);
			}
	CSS.highlights.set(NAME, new Highlight(...ranges));
	document.addEventListener('keydown', ({ key }) => {
		if (key === 'Escape') CSS.highlights.delete(NAME);
	});
}
