const failures = new Map(); // in a real shop in Redis, with a time to live
const DAY = 24 * 60 * 60 * 1000;

/** The failures for this name; after a day without one they are forgotten. */
function recent(name, now) {
	const found = failures.get(name);
	return found && now - found.last < DAY ? found : { count: 0, last: 0 };
}

/** How long to wait, in ms, before the next attempt for this name. */
export function wait(name, now = Date.now()) {
	const { count, last } = recent(name, now);
	if (count < 5) return 0;
	const pause = Math.min(1000 * 2 ** (count - 5), 15 * 60 * 1000);
	return Math.max(0, last + pause - now);
}

/** Notes an attempt that failed, or one that succeeded. */
export function note(name, right, now = Date.now()) {
	if (right) failures.delete(name);
	else failures.set(name, { count: recent(name, now).count + 1, last: now });
}
