// node heap.js <before> <after>: which classes have grown, and who holds one of the new objects.
import { readFileSync } from 'node:fs';

/** The nodes of a snapshot, each with its name and what it points to. */
export function read(file) {
	const { snapshot, nodes, edges, strings } = JSON.parse(readFileSync(file));
	const { node_fields, node_types, edge_fields, edge_types } = snapshot.meta;
	const field = (fields, name) => fields.indexOf(name);
	const [type, name, id, edgeCount] = ['type', 'name', 'id', 'edge_count'].map((one) =>
		field(node_fields, one),
	);
	const [edgeType, edgeName, to] = ['type', 'name_or_index', 'to_node'].map((one) =>
		field(edge_fields, one),
	);
	const [width, edgeWidth] = [node_fields.length, edge_fields.length];
	const result = [];
	let edge = 0;
	for (let at = 0; at < nodes.length; at += width) {
		const points = [];
		for (let n = 0; n < nodes[at + edgeCount]; n += 1, edge += edgeWidth) {
			const kind = edge_types[0][edges[edge + edgeType]];
			const label = edges[edge + edgeName];
			points.push({
				kind,
				label: kind === 'element' || kind === 'hidden' ? `[${label}]` : strings[label],
				to: edges[edge + to] / width,
			});
		}
		result.push({
			type: node_types[0][nodes[at + type]],
			name: strings[nodes[at + name]],
			id: nodes[at + id],
			points,
		});
	}
	return result;
}

// #region grown
/** How many more objects of each class there are, the most first. */
export function grown(before, after) {
	const count = (nodes, sign, into) => {
		for (const { type, name } of nodes)
			if (type === 'object') into.set(name, (into.get(name) ?? 0) + sign);
	};
	const changes = new Map();
	count(before, -1, changes);
	count(after, 1, changes);
	return [...changes].sort(([, a], [, b]) => b - a);
}
// #endregion grown

// #region holders
/** The shortest way from a root to an object, without weak references: who keeps it. */
export function holders(nodes, wanted) {
	const from = new Map([[0, undefined]]);
	const queue = [0];
	for (const at of queue) {
		if (wanted(nodes[at])) {
			const way = [];
			for (let here = at; from.get(here); here = from.get(here).at)
				way.unshift(`${from.get(here).label} -> ${nodes[here].name || nodes[here].type}`);
			return way;
		}
		for (const { kind, label, to } of nodes[at].points) {
			if (kind === 'weak' || kind === 'shortcut' || from.has(to)) continue;
			from.set(to, { at, label });
			queue.push(to);
		}
	}
	return [];
}
// #endregion holders

if (process.argv[1] === import.meta.filename) {
	const [before, after] = process.argv.slice(2).map(read);
	const known = new Set(before.map(({ id }) => id));
	const [name, more] = grown(before, after)[0];
	console.log(`${name}: ${more} more`);
	const way = holders(
		after,
		(node) => node.type === 'object' && node.name === name && !known.has(node.id),
	);
	for (const step of way) if (!step.endsWith(')')) console.log(`  ${step}`);
}
