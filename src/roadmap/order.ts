/** What the order looks at: a topic of the handbook or of the roadmap. */
interface Orderable {
	id: string;
	section: string;
	prerequisites: readonly { topic: string }[];
}

/** Sections and their topics in the order that the order prefers: the curriculum, or a roadmap's sections. */
interface Preference {
	sections: readonly { id: string; topics: readonly { id: string }[] }[];
}

/**
 * The order in which to read: every prerequisite before what needs it, sections kept together and in the
 * curriculum's order as far as that allows. The same for the same topics, in whatever order they come.
 * @param topics Must be free of cycles. Prerequisites that are not among them are taken as read.
 */
export function byReadingOrder<T extends Orderable>(
	topics: readonly T[],
	preference: Preference,
): T[] {
	const rank = new Map(
		preference.sections
			.flatMap(({ topics }) => topics)
			.map(({ id }, index) => [id, index] as const),
	);
	const section = new Map(preference.sections.map(({ id }, index) => [id, index]));
	const key = ({ id, section: home }: T): [number, number, string] => [
		section.get(home) ?? Infinity,
		rank.get(id) ?? Infinity,
		id,
	];
	const byRank = topics.toSorted((a, b) => {
		const [x, y] = [key(a), key(b)];
		return compare(x[0], y[0]) || compare(x[1], y[1]) || compare(x[2], y[2]);
	});
	// Walk the preferred order, placing what a topic needs just before it.
	const byId = new Map(byRank.map((topic) => [topic.id, topic]));
	const place = new Map(byRank.map(({ id }, index) => [id, index]));
	const ordered = new Set<T>();
	for (const topic of byRank) {
		const stack = [topic];
		while (stack.length) {
			const next = stack.at(-1)!;
			const missing = next.prerequisites
				.map((edge) => byId.get(edge.topic))
				.filter((need) => need !== undefined && !ordered.has(need))
				.sort((a, b) => place.get(b!.id)! - place.get(a!.id)!);
			if (missing.length) stack.push(...(missing as T[]));
			else {
				ordered.add(next);
				stack.pop();
			}
		}
	}
	return [...ordered];
}

const compare = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);
