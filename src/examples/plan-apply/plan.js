const reference = /\$\{([\w.]+)\.id\}/;

/** What cannot be changed in a thing that exists: it is made anew. */
const fixed = { server: ['image'], database: ['engine'], network: ['range'] };

/** `server.web` is a server, and so is `eu.server.web` of the module eu. */
export const typeOf = (address) => address.split('.').at(-2);

/** Modules are written out: their resources get the module's name in front. */
export function expand({ resources = {}, modules = {} }, load) {
	const all = { ...resources };
	for (const [name, { source, ...values }] of Object.entries(modules)) {
		for (const [address, attributes] of Object.entries(load(source).resources)) {
			const text = JSON.stringify(attributes)
				.replaceAll(/"\$\{var\.(\w+)\}"/g, (_, key) => JSON.stringify(values[key]))
				.replaceAll(/\$\{(\w+\.\w+)\.id\}/g, (_, inner) => `\${${name}.${inner}.id}`);
			all[`${name}.${address}`] = JSON.parse(text);
		}
	}
	return all;
}

/** Addresses in the order in which they can be made: what is referred to comes first. */
export function inOrder(resources) {
	const done = new Set();
	const visit = (address, path) => {
		if (path.includes(address)) throw new Error(`a circle: ${[...path, address].join(' → ')}`);
		if (done.has(address)) return;
		if (!resources[address]) throw new Error(`${path.at(-1)} refers to ${address}, which is nowhere`);
		for (const value of Object.values(resources[address])) {
			const found = reference.exec(value);
			if (found) visit(found[1], [...path, address]);
		}
		done.add(address);
	};
	for (const address of Object.keys(resources)) visit(address, []);
	return [...done];
}

/** A reference becomes the id that the state knows, or stays open. */
export const resolve = (attributes, state) =>
	Object.fromEntries(
		Object.entries(attributes).map(([key, value]) => {
			const found = reference.exec(value);
			return [key, found ? (state[found[1]]?.id ?? value) : value];
		}),
	);

// #region plan
/** Three sides: what is wanted, what we made (the state), what is really there. */
export function plan({ wanted, state, read }) {
	const steps = [];
	for (const address of inOrder(wanted)) {
		const attributes = resolve(wanted[address], state);
		const known = state[address];
		const real = known && read(known.id);
		if (!real) {
			steps.push({ action: 'create', address, attributes, gone: Boolean(known) });
			continue;
		}
		const changes = Object.keys(attributes)
			.filter((key) => attributes[key] !== real[key])
			.map((key) => ({ key, from: real[key], to: attributes[key] }));
		if (changes.length === 0) continue;
		const anew = changes.some(({ key }) => fixed[typeOf(address)]?.includes(key));
		steps.push({ action: anew ? 'replace' : 'update', address, attributes, changes });
	}
	for (const address of Object.keys(state).reverse())
		if (!wanted[address] && read(state[address].id)) steps.push({ action: 'delete', address });
	return steps;
}
// #endregion plan

const sign = { create: '+', update: '~', replace: '-/+', delete: '-' };

export function show(steps) {
	if (steps.length === 0) return 'no changes';
	return steps
		.flatMap(({ action, address, gone, changes = [] }) => [
			`${sign[action].padStart(3)} ${address}${gone ? ' (is gone)' : ''}`,
			...changes.map(({ key, from, to }) => `      ${key}: ${from} → ${to}`),
		])
		.join('\n');
}
