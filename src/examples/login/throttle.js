const failures = new Map();

/** How long to wait, in ms, before the next attempt for this name. */
export function wait(name, now = Date.now()) {
	const { count = 0, last = 0 } = failures.get(name) ?? {};
	if (count < 5) return 0;
	const pause = Math.min(1000 * 2 ** (count - 5), 15 * 60 * 1000);
	return Math.max(0, last + pause - now);
}

/** Notes an attempt that failed, or one that succeeded. */
export function note(name, right, now = Date.now()) {
	if (right) failures.delete(name);
	else failures.set(name, { count: (failures.get(name)?.count ?? 0) + 1, last: now });
}
