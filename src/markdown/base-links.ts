import { defineHastPlugin } from 'satteri';
import { withBase } from '../site.ts';

/** Makes the root-relative links of pages work below a base path. */
export function baseLinks(base: string) {
	return defineHastPlugin({
		name: 'handbook-base-links',
		element: {
			filter: ['a'],
			visit(node, context) {
				const href = node.properties?.['href'];
				if (typeof href === 'string' && href.startsWith('/'))
					context.setProperty(node, 'href', withBase(href, base));
			},
		},
	});
}
