/** Random numbers from 0 to 1, the same in every run. */
export function dice(seed = 7) {
	return () => (seed = (seed * 48271) % 2147483647) / 2147483647;
}

/** Waiting times as they are for things that happen independently: mostly short, some long. */
export const random = (mean, roll) => -Math.log(roll()) * mean;
