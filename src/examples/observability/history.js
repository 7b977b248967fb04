// Writes June 2026 of a shop in OpenMetrics text, a sample a minute, the same everywhere.
const START = Date.UTC(2026, 5, 1) / 1000;
const DAY = 24 * 60;
let seed = 20_260_601;
const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;

// #region month
/** The share of requests that fail in a minute of the month. */
const failing = (minute) => {
	const day = Math.floor(minute / DAY) + 1;
	const hour = (minute % DAY) / 60;
	// A bad release, for 40 minutes.
	if (day === 9 && hour >= 14 && hour < 14.66) return 0.3;
	// A slow leak, for 12 hours.
	if (day === 20 && hour >= 8 && hour < 20) return 0.012;
	return 0.0002;
};
/** Nights are quiet. */
const requests = (minute) => (minute % DAY < 360 ? 3 : 200);
// #endregion month

const totals = { 200: 0, 500: 0 };
const lines = { 200: [], 500: [] };
for (let minute = 0; minute <= 30 * DAY; minute++) {
	for (const status of [200, 500])
		lines[status].push(
			`http_requests_total{status="${status}"} ${totals[status]} ${START + minute * 60}`,
		);
	for (let n = 0; n < requests(minute); n++) totals[random() < failing(minute) ? 500 : 200] += 1;
}
process.stdout.write(['# TYPE http_requests counter', ...lines[200], ...lines[500], '# EOF', ''].join('\n'));
