/**
 * The lines that a log shows for a line of output: secrets and some of their spellings become
 * `***`. A line that asks to hide more is not shown.
 */
export function masking(secrets) {
	const hidden = new Set();
	const hide = (value) => {
		if (value === '') return; // would put *** between all letters
		hidden.add(value);
		hidden.add(Buffer.from(value).toString('base64'));
		hidden.add(JSON.stringify(value).slice(1, -1));
		hidden.add(encodeURIComponent(value));
	};
	for (const secret of secrets) hide(secret);

	return (line) => {
		const added = /^::add-mask::(.+)/.exec(line)?.[1];
		if (added) {
			hide(added);
			return [];
		}
		const longestFirst = [...hidden].sort((a, b) => b.length - a.length);
		return [longestFirst.reduce((text, value) => text.replaceAll(value, '***'), line)];
	};
}
