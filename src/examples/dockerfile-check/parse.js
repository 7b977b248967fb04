/** The instructions of a Dockerfile: line, stage, name, the rest. Long lines are joined. */
export function parse(text) {
	const found = [];
	const lines = text.split('\n');
	let stage = -1;
	for (let at = 0; at < lines.length; at++) {
		const line = at + 1;
		if (/^\s*(#|$)/.test(lines[at])) continue;
		let whole = lines[at];
		while (/\\\s*$/.test(whole) && at + 1 < lines.length) {
			at += 1;
			whole = whole.replace(/\\\s*$/, '') + (lines[at].startsWith('#') ? '\\' : lines[at]);
		}
		const [, name, rest = ''] = /^\s*(\w+)\s*(.*)$/.exec(whole) ?? [];
		if (!name) continue;
		if (name.toUpperCase() === 'FROM') stage += 1;
		found.push({ line, stage, name: name.toUpperCase(), rest: rest.trim() });
	}
	return found;
}
