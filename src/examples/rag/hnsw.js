import { dot } from './embed.js';

/** A hierarchical navigable small world: each vector knows some near ones, a few know far ones. */
export function hnsw(vectors, { neighbours = 16, width = 64 } = {}) {
	const layers = []; // each a Map: vector -> its neighbours; layers[0] has all
	let entry;
	let compared = 0;
	const near = (asked, n) => {
		compared += 1;
		return dot(asked, vectors[n]);
	};

	// #region walk
	/** Walks from the entries to ever nearer ones, and keeps the best `width`. */
	function walk(asked, entries, layer, width) {
		const seen = new Set(entries.map(({ n }) => n));
		const best = [...entries];
		const open = [...entries];
		const put = (list, item) => {
			let at = list.length;
			while (at > 0 && list[at - 1].score < item.score) at -= 1;
			list.splice(at, 0, item);
		};
		while (open.length > 0) {
			const { n, score } = open.shift(); // the nearest not yet looked at
			if (best.length >= width && score < best.at(-1).score) break;
			for (const next of layer.get(n)) {
				if (seen.has(next)) continue;
				seen.add(next);
				const item = { n: next, score: near(asked, next) };
				if (best.length >= width && item.score <= best.at(-1).score) continue;
				put(best, item);
				put(open, item);
				if (best.length > width) best.pop();
			}
		}
		return best;
	}
	// #endregion walk

	// #region descend
	/** Down through the sparse layers, to one that is near. */
	function descend(asked, to) {
		let at = [{ n: entry, score: near(asked, entry) }];
		for (let level = layers.length - 1; level > to; level -= 1)
			at = walk(asked, at, layers[level], 1);
		return at;
	}
	// #endregion descend

	/** Of the found ones, those that are not nearer to each other than to `n`: they lie all round. */
	function choose(found, most) {
		const kept = [];
		for (const item of found) {
			if (kept.length === most) break;
			if (kept.every(({ n }) => near(vectors[n], item.n) < item.score)) kept.push(item);
		}
		return kept;
	}
	let seed = 7;
	const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
	function insert(n) {
		const top = Math.floor(-Math.log(random()) / Math.log(neighbours));
		let at = entry === undefined ? [] : descend(vectors[n], Math.min(top, layers.length - 1));
		for (let level = Math.min(top, layers.length - 1); level >= 0; level -= 1) {
			const layer = layers[level];
			at = walk(vectors[n], at, layer, width);
			const most = level === 0 ? 2 * neighbours : neighbours;
			const chosen = choose(at, neighbours);
			layer.set(
				n,
				chosen.map((item) => item.n),
			);
			for (const other of chosen) {
				const list = [...layer.get(other.n), n];
				layer.set(other.n, list);
				if (list.length <= most) continue;
				const sorted = list
					.map((m) => ({ n: m, score: near(vectors[other.n], m) }))
					.sort((a, b) => b.score - a.score);
				layer.set(
					other.n,
					choose(sorted, most).map((item) => item.n),
				);
			}
		}
		while (layers.length <= top) {
			layers.push(new Map([[n, []]]));
			entry = n;
		}
	}
	vectors.forEach((_, n) => insert(n));
	const building = compared;

	return {
		building,
		layers: layers.map(({ size }) => size),
		/** The `count` nearest that were found, and how many distances that took. */
		search(asked, count, width) {
			compared = 0;
			const found = walk(asked, descend(asked, 0), layers[0], Math.max(width, count));
			return { found: found.slice(0, count), compared };
		},
	};
}
