export const FIXED = 30; // minutes a week for looking back
export const REVIEW = 10; // minutes for one topic's questions
export const AFTER = [1, 3]; // weeks after which they are asked again
export const REST = 10; // minutes: so little left of a topic is finished at once

const DAY = 86_400_000;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

// #region order
/** Everything that the goals need, each topic after what it needs itself. */
export function orderOf(topics, goals, known = []) {
	const done = new Set(known.length ? orderOf(topics, known) : []);
	const order = [];
	const visit = (id, way) => {
		if (done.has(id)) return;
		if (!topics[id]) throw new Error(`no such topic: ${id}`);
		if (way.includes(id)) {
			throw new Error(`a circle: ${[...way, id].join(' needs ')}`);
		}
		for (const need of topics[id].needs) visit(need, [...way, id]);
		done.add(id);
		order.push(id);
	};
	for (const goal of goals) visit(goal, []);
	return order;
}
// #endregion order

/** What stands in a list before something that it needs. */
export function tooEarly(topics, list) {
	return list.map((id, at) => ({
		id,
		missing: orderOf(topics, [id]).filter((need) => need !== id && !list.slice(0, at).includes(need)),
	}));
}

export const minutesOf = (topics, order) => sum(order.map((id) => topics[id].minutes));

// #region weeks
/** Fills week after week: first looking back and reviews, then new topics. */
export function weeksOf(topics, order, { hours, from, factor = 1, off = [] }) {
	const left = order.map((id) => ({ id, minutes: topics[id].minutes * factor }));
	const finished = []; // { id, week }
	const weeks = [];
	let monday = Date.parse(from);
	const date = () => new Date(monday).toISOString().slice(0, 10);
	while (left.length) {
		while (off.includes(date())) monday += 7 * DAY;
		const number = weeks.length;
		if (number > 260) throw new Error('five years and no end: too few hours');
		const reviews = finished
			.filter(({ week }) => AFTER.includes(number - week))
			.map(({ id }) => id);
		let free = Math.max(0, hours * 60 - FIXED - reviews.length * REVIEW);
		const fresh = [];
		while (left.length && free > 0) {
			const [next] = left;
			const spent = next.minutes <= free + REST ? next.minutes : free;
			next.minutes -= spent;
			free -= spent;
			fresh.push({ id: next.id, spent, done: next.minutes === 0 });
			if (next.minutes > 0) break;
			finished.push({ id: next.id, week: number });
			left.shift();
		}
		weeks.push({ monday: date(), fresh, reviews });
		monday += 7 * DAY;
	}
	return weeks;
}
// #endregion weeks

/** What would be saved by giving up one goal: only what no other goal needs. */
export function savedWithout(topics, goals, goal, known = []) {
	const all = orderOf(topics, goals, known);
	const rest = orderOf(
		topics,
		goals.filter((other) => other !== goal),
		known,
	);
	return all.filter((id) => !rest.includes(id));
}
