import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph, checkGraph } from '../../src/roadmap/graph.ts';
import { byReadingOrder } from '../../src/roadmap/order.ts';
import { dags, PLAN, SECTIONS, shuffle } from './random-graphs.ts';

describe('over random graphs', () => {
	test('one without cycles and implied edges is accepted', () => {
		fc.assert(
			fc.property(dags, (topics) => {
				expect(checkGraph(SECTIONS, topics, PLAN)).toEqual([]);
			}),
		);
	});

	test('the reading order holds each topic once, after all that it needs', () => {
		fc.assert(
			fc.property(dags, (topics) => {
				const order = byReadingOrder(topics, PLAN).map(({ id }) => id);
				expect(order.toSorted()).toEqual(topics.map(({ id }) => id).toSorted());
				const place = new Map(order.map((id, index) => [id, index]));
				for (const { id, prerequisites } of topics)
					for (const { topic } of prerequisites)
						expect(place.get(topic)!).toBeLessThan(place.get(id)!);
			}),
		);
	});

	test('the reading order does not depend on the order in which topics come', () => {
		fc.assert(
			fc.property(dags, fc.infiniteStream(fc.nat()), (topics, dice) => {
				expect(byReadingOrder(shuffle(topics, dice), PLAN).map(({ id }) => id)).toEqual(
					byReadingOrder(topics, PLAN).map(({ id }) => id),
				);
			}),
		);
	});

	test('an edge that closes a circle is reported as a path that really goes round', () => {
		fc.assert(
			fc.property(dags, fc.nat(), (topics, pick) => {
				const graph = buildGraph(SECTIONS, topics, PLAN);
				const pairs = topics.flatMap(({ id }) =>
					[...graph.ancestors(id)].map((above) => [above, id] as const),
				);
				fc.pre(pairs.length > 0);
				const [above, below] = pairs[pick % pairs.length]!;
				const closed = topics.map((topic) =>
					topic.id === above
						? {
								...topic,
								prerequisites: [...topic.prerequisites, { topic: below, because: 'It is used.' }],
							}
						: topic,
				);
				const circle = checkGraph(SECTIONS, closed, PLAN)
					.map(({ message }) => /in a circle: (.+?) \(/.exec(message)?.[1]?.split(' → '))
					.find((path) => path !== undefined)!;
				expect(circle.at(0)).toBe(circle.at(-1));
				const byId = new Map(closed.map((topic) => [topic.id, topic]));
				for (const [index, id] of circle.slice(0, -1).entries())
					expect(byId.get(id)!.prerequisites.map(({ topic }) => topic)).toContain(
						circle[index + 1],
					);
			}),
		);
	});

	test('an implied edge is reported, and naming what implies it is true', () => {
		fc.assert(
			fc.property(dags, fc.nat(), (topics, pick) => {
				const graph = buildGraph(SECTIONS, topics, PLAN);
				const implied = topics.flatMap(({ id, prerequisites }) =>
					[...graph.ancestors(id)]
						.filter((above) => !prerequisites.some(({ topic }) => topic === above))
						.map((above) => [id, above] as const),
				);
				fc.pre(implied.length > 0);
				const [id, above] = implied[pick % implied.length]!;
				const more = topics.map((topic) =>
					topic.id === id
						? {
								...topic,
								prerequisites: [...topic.prerequisites, { topic: above, because: 'It is used.' }],
							}
						: topic,
				);
				const [, named] = checkGraph(SECTIONS, more, PLAN)
					.filter(({ file }) => file.endsWith(`/${id}.mdx`))
					.map(({ message }) => new RegExp(`“${above}” is implied by “(\\w+)”`).exec(message))
					.find((match) => match !== null)!;
				expect(graph.ancestors(named!).has(above)).toBe(true);
			}),
		);
	});
});
