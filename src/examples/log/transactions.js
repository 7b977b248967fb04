// A model of what a consumer with isolation.level=read_committed is given.

// #region committed
/** Records are values with a transaction; `end` marks how one of them ended. */
export function readCommitted(records) {
	const ended = new Map(records.filter(({ end }) => end).map(({ tx, end }) => [tx, end]));
	const open = records.findIndex(({ tx }) => tx !== undefined && !ended.has(tx));
	return records
		.slice(0, open === -1 ? undefined : open) // not past the first open one
		.filter(({ tx, end }) => !end && (tx === undefined || ended.get(tx) === 'commit'))
		.map(({ value }) => value);
}
// #endregion committed
