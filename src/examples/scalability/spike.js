// node spike.js: fifteen minutes after somebody with five million followers names the shop

// #region arrivals
const followers = 5_000_000;
const visits = followers * 0.02; // who follow the link: a guess, from 0.5 to 3 %
const pages = 3; // each visit looks at these
const usual = 50; // pages a second, from everybody else

/** Pages a second, `seconds` after the post: half of all visits come in seven minutes. */
export const wanted = (seconds) =>
	usual + ((visits * pages) / 600) * Math.exp(-seconds / 600) * Math.min(1, seconds / 60);
// #endregion arrivals

// #region day
const patience = 10; // seconds; then a visitor leaves, and every second one tries again
const boot = 180; // seconds until a new machine serves

/** What becomes of all pages. `each` is how many a second one machine can make. */
export function simulate({ each = 100, machines = 2, by, limit = Infinity, hits = 0 }) {
	const coming = []; // machines that start, by the second in which they are ready
	const again = new Map(); // who tries again, by second
	const line = []; // [since, how many]
	const sum = { wanted: 0, inTime: 0, late: 0, refused: 0, longest: 0 };
	const retry = (at, n) => again.set(at, (again.get(at) ?? 0) + n / 2);
	let waiting = 0;
	let work = 0; // of the last minute, in machines times seconds
	let requests = 0;

	for (let now = 0; now < 900; now += 1) {
		sum.wanted += wanted(now);
		sum.inTime += wanted(now) * hits;
		const asked = wanted(now) * (1 - hits) + (again.get(now) ?? 0);
		machines += coming.filter((at) => at === now).length;
		const able = machines * each;

		const enter = Math.max(0, Math.min(asked, able * limit - waiting));
		line.push([now, enter]);
		waiting += enter;
		sum.refused += asked - enter;
		retry(now + 5, asked - enter);
		const gone = line.find(([since]) => since === now - patience);
		if (gone) retry(now + 1, gone[1]);

		let left = Math.min(able, waiting);
		waiting -= left;
		work += left / each;
		requests += asked;
		while (left > 1e-6 && line.length > 0) {
			const [since, n] = line[0];
			const done = Math.min(left, n);
			sum[now - since < patience ? 'inTime' : 'late'] += done;
			sum.longest = Math.max(sum.longest, now - since);
			left -= done;
			line[0][1] -= done;
			if (line[0][1] < 1e-6) line.shift();
		}
		if (now % 60 === 59) {
			// #region scale
			const used = by === 'requests' ? requests / each : work;
			const target = by ? Math.ceil(used / 60 / 0.6) : 0; // so that each is busy for 60 %
			const started = machines + coming.filter((at) => at > now).length;
			for (let n = started; n < target; n += 1) coming.push(now + boot);
			// #endregion scale
			work = requests = 0;
		}
	}
	return { ...sum, machines };
}
// #endregion day

if (import.meta.filename === process.argv[1]) {
	// #region plans
	const plans = {
		'two machines': {},
		'refuse early': { limit: 2 }, // seconds of work in the line, at most
		'scale by processor': { by: 'processor' },
		'and refuse early': { by: 'processor', limit: 2 },
		'scale by requests': { by: 'requests', limit: 2 },
		'the page mended': { each: 300 },
		'a cache in front': { hits: 0.9 },
	};
	// #endregion plans
	console.log('                    in time    late  refused  longest  machines');
	for (const [name, plan] of Object.entries(plans)) {
		const { wanted: all, inTime, late, refused, longest, machines } = simulate(plan);
		const share = (n) => `${Math.round((100 * n) / all)} %`;
		console.log(
			name.padEnd(19),
			share(inTime).padStart(7),
			share(late).padStart(7),
			share(refused).padStart(8),
			`${longest} s`.padStart(8),
			String(machines).padStart(9),
		);
	}
}
