// #region rules
/** Four ways to say which events are the same. */
export const rules = {
	'by message': ({ message }) => [message],
	'by lines': ({ type, frames }) => [
		type,
		...frames.map(({ file, line }) => `${file}:${line}`),
	],
	'by first function': ({ type, frames }) => [type, frames[0]?.name],
	'by functions': ({ fingerprint, type, frames }) =>
		fingerprint ?? [type, ...frames.map(({ name }) => name)],
};
// #endregion rules

/** Events by fingerprint: `{ key: [event, ...] }`. */
export const group = (events, rule) => Object.groupBy(events, (event) => rule(event).join(' < '));
