import { GraphQLError, Kind } from 'graphql';

/** A rule of validation: selections may be nested this deep and no deeper. */
export const depthLimit = (most) => (context) => {
	const depth = (node, fragments) => {
		if (node.kind === Kind.FRAGMENT_SPREAD) {
			const name = node.name.value;
			if (fragments.has(name)) return Infinity;
			const fragment = context.getFragment(name);
			return fragment ? depth(fragment, new Set(fragments).add(name)) : 0;
		}
		const own = node.kind === Kind.FIELD ? 1 : 0;
		const inner = node.selectionSet?.selections ?? [];
		return own + Math.max(0, ...inner.map((child) => depth(child, fragments)));
	};
	return {
		OperationDefinition(node) {
			const found = depth(node, new Set());
			if (found > most)
				context.reportError(
					new GraphQLError(`The query is ${found} levels deep; ${most} are allowed.`),
				);
		},
	};
};
