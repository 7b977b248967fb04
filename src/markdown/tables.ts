import { defineHastPlugin } from 'satteri';

/** Lets a wide table scroll inside the page on a phone, reachable by keyboard. */
export const scrollableTables = defineHastPlugin({
	name: 'handbook-scrollable-tables',
	element: {
		filter: ['table'],
		visit(node) {
			return {
				type: 'element',
				tagName: 'div',
				properties: { class: 'table', role: 'group', tabindex: 0, 'aria-label': 'Table' },
				children: [node],
			} as never;
		},
	},
});
