import { GraphQLError, Kind } from 'graphql';

/** A rule of validation: selections may be nested this deep and no deeper. */
export const depthLimit = (most) => (context) => {
	const known = new Map(); // the depth of each fragment, found once
	const ofFragment = (name) => {
		if (!known.has(name)) {
			known.set(name, Infinity); // what comes back to itself has no end
			const fragment = context.getFragment(name);
			known.set(name, fragment ? depth(fragment) : 0);
		}
		return known.get(name);
	};
	const depth = (node) => {
		if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
		const isField = node.kind === Kind.FIELD;
		if (isField && node.name.value.startsWith('__')) return 0; // introspection
		const inner = (node.selectionSet?.selections ?? []).map(depth);
		return (isField ? 1 : 0) + Math.max(0, ...inner);
	};
	return {
		OperationDefinition(node) {
			const found = depth(node);
			if (found > most)
				context.reportError(
					new GraphQLError(`The query is ${found} levels deep; ${most} are allowed.`),
				);
		},
	};
};
