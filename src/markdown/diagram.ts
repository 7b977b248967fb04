import { renderMermaidSVG } from 'beautiful-mermaid';
import { defineMdastPlugin } from 'satteri';

/**
 * Draws a Mermaid text as an SVG that takes its colours from the page (`styles/diagram.css`).
 * @param id Distinguishes this drawing's inner ids from those of the page's other drawings.
 * @param alt What the picture says, for whoever does not see it.
 * @throws When the renderer cannot read the text.
 */
export function drawDiagram(text: string, id: string, alt: string): string {
	const drawn = renderMermaidSVG(text, { padding: 8, nodeSpacing: 20, layerSpacing: 36 });
	const label = alt.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
	return (
		drawn
			// Its style element imports a web font and styles every other SVG of the page too.
			.replace(/<style>[\s\S]*?<\/style>/, '')
			.replace(
				/^<svg ([^>]*?) style="[^"]*"/,
				`<svg $1 class="diagram" role="img" aria-label="${label}"`,
			)
			.replace(/ id="([^"]+)"/g, ` id="${id}-$1"`)
			.replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
			.replace(/ data-[\w-]+="[^"]*"/g, '')
			// Coordinates, not the words of labels, which may hold addresses.
			.replace(/="[^"<>]*"/g, (attribute) => attribute.replace(/(\d+\.\d)\d+/g, '$1'))
			.replace(/\n\s*/g, '')
	);
}

/** The text alternative of a diagram's fence: ```` ```mermaid alt="..." ````. */
export function diagramAlt(meta: string | null | undefined): string | undefined {
	return /(?:^|\s)alt="([^"]+)"/.exec(meta ?? '')?.[1];
}

/** Draws every Mermaid fence at build time. Its faults are reported earlier, by `check-page.ts`. */
export const diagrams = () => {
	let count = 0;
	return defineMdastPlugin({
		name: 'handbook-diagrams',
		code(node, context) {
			if (node.lang !== 'mermaid') return;
			const svg = drawDiagram(node.value, `d${++count}`, diagramAlt(node.meta) ?? '');
			context.replaceNode(node, {
				type: 'mdxJsxFlowElement',
				name: 'figure',
				attributes: [
					{ type: 'mdxJsxAttribute', name: 'class', value: 'diagram-frame' },
					{ type: 'mdxJsxAttribute', name: 'data-pagefind-ignore', value: '' },
					// On a phone a wide one scrolls inside its frame, also by keyboard.
					{ type: 'mdxJsxAttribute', name: 'tabindex', value: '0' },
					{ type: 'mdxJsxAttribute', name: 'set:html', value: svg },
				],
				children: [],
			} as never);
		},
	});
};
