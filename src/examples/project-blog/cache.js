// #region cache
/** Keeps answers until something changes. */
export function makeCache(most = 500) {
	let kept = new Map();
	return {
		get(key, load) {
			const mine = kept; // what is loaded now belongs to this map, even if it comes late
			if (!mine.has(key)) {
				if (mine.size >= most) mine.delete(mine.keys().next().value);
				const coming = load();
				mine.set(key, coming);
				coming.catch(() => mine.delete(key)); // a failure is not kept
			}
			return mine.get(key);
		},
		clear() {
			kept = new Map();
		},
	};
}
// #endregion cache
