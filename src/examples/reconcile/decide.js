// #region decide
/** What is to be done, so that what is there becomes what should be there. */
export function decide({ replicas, version, surge = 1 }, all) {
	const pods = all.filter((pod) => !pod.leaving);
	const current = pods.filter((pod) => pod.version === version);
	const start = Math.min(replicas - current.length, replicas + surge - pods.length);

	const old = pods.filter((pod) => pod.version !== version);
	const surplus = current.toSorted((a, b) => b.ready - a.ready).slice(replicas);
	let ready = pods.filter((pod) => pod.ready).length;
	const stop = [...old, ...surplus].filter(
		(pod) => !pod.ready || (ready > replicas && ready--), // never fewer ready than wanted
	);
	return { start: Math.max(0, start), stop };
}
// #endregion decide
