import { defineMdastPlugin } from 'satteri';
import { AUTHOR_COMPONENTS } from './components.ts';

/** Imports the author components into every MDX page, so that authors need not. */
export const autoImport = defineMdastPlugin({
	name: 'handbook-auto-import',
	before(root, context) {
		if (context.sourceFormat !== 'mdx') return;
		const used = AUTHOR_COMPONENTS.filter((name) => context.source.includes(`<${name}`));
		if (used.length === 0) return;
		context.prependChild(root, {
			type: 'mdxjsEsm',
			value: used.map((name) => `import ${name} from '/src/components/${name}.astro';`).join('\n'),
		} as never);
	},
});
