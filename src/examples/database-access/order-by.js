const SORTS = {
	name: 'name, id',
	cheapest: 'cents, id',
	newest: 'id DESC',
};

/** The ORDER BY of a list. What was asked for only chooses among ours. */
export function orderBy(asked) {
	if (!Object.hasOwn(SORTS, asked))
		throw new Error(`sort must be one of ${Object.keys(SORTS).join(', ')}`);
	return `ORDER BY ${SORTS[asked]}`;
}
