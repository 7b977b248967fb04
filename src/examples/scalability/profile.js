// node profile.js <file.cpuprofile>: where the processor's time went
import { readFileSync } from 'node:fs';

// #region shares
/** For each function its share of the busy time: itself, and with all that it calls. */
export function shares(file) {
	const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'));
	const byId = new Map(nodes.map((node) => [node.id, node]));
	for (const node of nodes) for (const child of node.children ?? []) byId.get(child).caller = node;

	const times = {};
	const sum = { all: 0, idle: 0 };
	samples.forEach((id, n) => {
		const time = timeDeltas[n + 1] ?? 0; // until the next sample
		sum.all += time;
		const top = byId.get(id);
		if (nameOf(top) === '(idle)') return (sum.idle += time);
		const stack = new Set();
		for (let node = top; node; node = node.caller) stack.add(nameOf(node));
		for (const name of stack) {
			times[name] ??= { self: 0, total: 0 };
			times[name].total += time;
			if (name === nameOf(top)) times[name].self += time;
		}
	});
	const busy = sum.all - sum.idle;
	for (const each of Object.values(times)) {
		each.self /= busy;
		each.total /= busy;
	}
	return { busy: busy / sum.all, times };
}
// #endregion shares

function nameOf({ callFrame: { functionName, url } }) {
	const file = url.startsWith('file:') ? ` ${url.split('/').at(-1)}` : '';
	return `${functionName || 'anonymous'}${file}`;
}

if (import.meta.filename === process.argv[1]) {
	const { busy, times } = shares(process.argv[2]);
	const percent = (part) => `${Math.round(100 * part)} %`.padStart(6);
	console.log(`busy:${percent(busy)} of the time`);
	console.log('  self  total');
	const rows = Object.entries(times).filter(
		([name, { self, total }]) => total > 0.15 && (name.endsWith('page.js') || self > 0.3),
	);
	const order = ([, a], [, b]) => b.total - a.total || a.self - b.self;
	for (const [name, { self, total }] of rows.sort(order))
		console.log(percent(self), percent(total), name);
}
