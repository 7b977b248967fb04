// Asks a Prometheus with a month in it how each alert would have behaved.
const [url] = process.argv.slice(2);

// #region rules
const ratio = (window) =>
	`sum(rate(http_requests_total{status="500"}[${window}]))
		/ sum(rate(http_requests_total[${window}]))`;
const over = (window, share) => `(${ratio(window)} > bool ${share})`;
const rules = {
	'any error in 5 minutes':
		'(sum(increase(http_requests_total{status="500"}[5m])) > bool 0)',
	'over 5 % for 5 minutes': over('5m', 0.05),
	'burns 14.4 times too fast': `${over('1h', 0.0144)} * ${over('5m', 0.0144)}`,
	'burns 6 times too fast': `${over('6h', 0.006)} * ${over('30m', 0.006)}`,
};
// #endregion rules

async function ask(query, time) {
	const body = new URLSearchParams({ query, time: Date.parse(time) / 1000 });
	const response = await fetch(`${url}/api/v1/query`, { method: 'POST', body });
	const { data, error } = await response.json();
	if (error) throw new Error(error);
	return data.result[0];
}

/** Minutes from the first of these until the rule is true, by steps of five. */
async function seen(rule, hours, end) {
	const { values } = await ask(`(${rule})[${hours}h:1m]`, end);
	const first = values.findIndex(([, value]) => value === '1');
	return first < 0 ? 'missed' : `in ${Math.ceil((first + 1) / 5) * 5} min`;
}

for (const [name, rule] of Object.entries(rules)) {
	const changes = await ask(`changes((${rule})[30d:1m])`, '2026-07-01T00:00Z');
	const times = Math.ceil(changes.value[1] / 2);
	const release = await seen(rule, 1, '2026-06-09T15:00Z');
	const leak = await seen(rule, 12, '2026-06-20T20:00Z');
	console.log(`${name}: fired ${times} times,`);
	console.log(`  release: ${release}, leak: ${leak}`);
}
