import { Graphviz } from '@hpcc-js/wasm-graphviz';

/** A box to place: its size in pixels. */
export interface Box {
	id: string;
	width: number;
	height: number;
}

/** Where everything of a drawing is, in pixels from its top left corner. */
export interface Layout {
	width: number;
	height: number;
	boxes: (Box & { x: number; y: number })[];
	/** Each with the path of its curve, as SVG has it. */
	edges: { from: string; to: string; path: string }[];
}

const PER_INCH = 72;
const MARGIN = 8;
let graphviz: Promise<Graphviz> | undefined;

/**
 * Lays a graph out from left to right with Graphviz's dot, which has the fewest crossings of the layouts tried.
 * @param edges From a prerequisite to what needs it; both ends must be among the boxes.
 */
export async function layOut(boxes: Box[], edges: [from: string, to: string][]): Promise<Layout> {
	graphviz ??= Graphviz.load();
	const source = [
		'digraph { rankdir=LR; nodesep=0.14; ranksep=0.55; node [shape=box, fixedsize=true, label=""]; edge [arrowhead=none];',
		...boxes.map(
			({ id, width, height }) =>
				`"${id}" [width=${width / PER_INCH}, height=${height / PER_INCH}];`,
		),
		...edges.map(([from, to]) => `"${from}" -> "${to}";`),
		'}',
	].join('\n');
	return readPlain((await graphviz).layout(source, 'plain', 'dot'), boxes);
}

/** Reads Graphviz's `plain` output: inches from the bottom left corner, boxes by their centres. */
function readPlain(text: string, boxes: Box[]): Layout {
	const rows = text.split('\n').map((line) => line.replaceAll('"', '').split(' '));
	const [, , width, height] = rows.find(([kind]) => kind === 'graph')!.map(Number) as number[];
	const x = (inches: string) => Math.round(Number(inches) * PER_INCH + MARGIN);
	const y = (inches: string) => Math.round((height! - Number(inches)) * PER_INCH + MARGIN);
	const centre = new Map(
		rows.filter(([kind]) => kind === 'node').map(([, id, cx, cy]) => [id!, [x(cx!), y(cy!)]]),
	);
	return {
		width: Math.ceil(width! * PER_INCH) + 2 * MARGIN,
		height: Math.ceil(height! * PER_INCH) + 2 * MARGIN,
		boxes: boxes.map((box) => {
			const [cx, cy] = centre.get(box.id) as [number, number];
			return { ...box, x: cx - box.width / 2, y: cy - box.height / 2 };
		}),
		edges: rows
			.filter(([kind]) => kind === 'edge')
			.map(([, from, to, count, ...numbers]) => {
				const points = Array.from(
					{ length: Number(count) },
					(_, n) => `${x(numbers[2 * n]!)} ${y(numbers[2 * n + 1]!)}`,
				);
				return { from: from!, to: to!, path: `M${points[0]}C${points.slice(1).join(' ')}` };
			}),
	};
}
