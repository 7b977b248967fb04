import { defineMdastPlugin } from 'satteri';
import { parseFence } from './fence.ts';
import { readBlock } from './listing.ts';

/** Fills blocks that say `from="..."` with the program's text. Their faults are reported earlier, by `check-page.ts`. */
export const fromFile = defineMdastPlugin({
	name: 'handbook-from-file',
	code(node, context) {
		if (!node.meta?.includes('from=')) return;
		const { from } = parseFence(node.lang, node.meta);
		if (from !== undefined)
			context.replaceNode(node, { ...node, value: readBlock(from, node.value) } as never);
	},
});
