// node tree.js <spans ...>: draws each trace, from the spans of all services.
import { readFileSync } from 'node:fs';

const spans = process.argv
	.slice(2)
	.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
	.map((line) => JSON.parse(line))
	.toSorted((a, b) => a.start - b.start);
const known = new Set(spans.map(({ id }) => id));

function draw(span, depth, before) {
	const when = before && (span.start >= before.end ? 'then ' : 'with it ');
	console.log(`${'  '.repeat(depth)}${when ?? ''}${span.service}: ${span.name}`);
	const children = spans.filter(({ parent }) => parent === span.id);
	children.forEach((child, n) => draw(child, depth + 1, children[n - 1]));
}

let trace;
for (const root of spans.filter(({ parent }) => !known.has(parent))) {
	if (root.trace !== trace) console.log(`trace ${(trace = root.trace)}`);
	draw(root, 1);
}
