const SIGNS = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };
const escape = (value) =>
	`${value}`.replace(/[\\"\n]/g, (sign) => SIGNS[sign]);

/** `name{a="1",b="2"}`: what makes one time series. */
function series(name, labels) {
	const pairs = Object.entries(labels).map(
		([key, value]) => `${key}="${escape(value)}"`,
	);
	return pairs.length ? `${name}{${pairs}}` : name;
}

/** Counters, gauges and histograms, as text for Prometheus. */
export function registry() {
	const writers = [];
	const declare = (name, type, help, lines) =>
		writers.push(() => [
			`# HELP ${name} ${help}`,
			`# TYPE ${name} ${type}`,
			...lines(),
		]);

	return {
		counter(name, help) {
			const values = new Map();
			declare(name, 'counter', help, () =>
				[...values].map(([key, value]) => `${key} ${value}`),
			);
			return {
				add(labels = {}, by = 1) {
					const key = series(name, labels);
					values.set(key, (values.get(key) ?? 0) + by);
				},
			};
		},
		gauge(name, help, read) {
			declare(name, 'gauge', help, () => [`${name} ${read()}`]);
		},
		// #region histogram
		histogram(name, help, bounds) {
			const kept = new Map();
			const fresh = (labels) => {
				const below = bounds.map(() => 0);
				return { labels, below, sum: 0, count: 0 };
			};
			const write = ({ labels, below, sum, count }) => {
				const bucket = (le, value) =>
					`${series(`${name}_bucket`, { ...labels, le })} ${value}`;
				return [
					...bounds.map((bound, n) => bucket(bound, below[n])),
					bucket('+Inf', count),
					`${series(`${name}_sum`, labels)} ${sum}`,
					`${series(`${name}_count`, labels)} ${count}`,
				];
			};
			declare(name, 'histogram', help, () => [...kept.values()].flatMap(write));
			return {
				observe(labels, value) {
					const key = series(name, labels);
					if (!kept.has(key)) kept.set(key, fresh(labels));
					const one = kept.get(key);
					bounds.forEach((bound, n) => {
						if (value <= bound) one.below[n] += 1;
					});
					one.sum += value;
					one.count += 1;
				},
			};
		},
		// #endregion histogram
		text: () => `${writers.flatMap((lines) => lines()).join('\n')}\n`,
	};
}
