import type { Curriculum, Topic } from './types.ts';

/**
 * The order in which to read: every prerequisite before what needs it, sections kept together and in the
 * curriculum's order as far as that allows. The same for the same topics, in whatever order they come.
 * @param topics Must be free of cycles and of unknown prerequisites.
 */
export function byReadingOrder(topics: readonly Topic[], curriculum: Curriculum): Topic[] {
	const rank = new Map(
		curriculum.sections
			.flatMap(({ topics }) => topics)
			.map(({ id }, index) => [id, index] as const),
	);
	const section = new Map(curriculum.sections.map(({ id }, index) => [id, index]));
	const key = ({ id, section: home }: Topic): [number, number, string] => [
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
	const ordered = new Set<Topic>();
	for (const topic of byRank) {
		const stack = [topic];
		while (stack.length) {
			const next = stack.at(-1)!;
			const missing = next.prerequisites
				.map((edge) => byId.get(edge.topic))
				.filter((need) => need !== undefined && !ordered.has(need))
				.sort((a, b) => place.get(b!.id)! - place.get(a!.id)!);
			if (missing.length) stack.push(...(missing as Topic[]));
			else {
				ordered.add(next);
				stack.pop();
			}
		}
	}
	return [...ordered];
}

const compare = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);
