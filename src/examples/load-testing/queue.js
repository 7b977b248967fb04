// #region pool
/** The server's pool as arithmetic: how long each request takes, in ms. */
export function pool(times, connections = 4) {
	const free = Array.from({ length: connections }, () => 0);
	return times.map((due) => {
		const first = free.indexOf(Math.min(...free));
		free[first] = Math.max(due, free[first]) + 20;
		return free[first] - due;
	});
}
// #endregion pool
