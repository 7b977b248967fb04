import fc from 'fast-check';
import { ancestorsOf } from '../../src/roadmap/graph.ts';
import type { Curriculum, Topic } from '../../src/roadmap/types.ts';
import { sampleSection, sampleTopic } from './sample-topics.ts';

export const SECTIONS = ['a', 'b', 'c'].map(sampleSection);
export const PLAN: Curriculum = {
	sections: SECTIONS.map(({ id }) => ({ id, title: id, promise: '', topics: [] })),
};

const make = (id: string, section: string, needs: string[]): Topic =>
	sampleTopic(
		id,
		section,
		needs.map((topic) => ({ topic, because: 'It is used.' })),
	);

/** Random graphs without cycles, reduced to the edges that no others imply. */
export const dags = fc
	.array(
		fc.record({
			section: fc.constantFrom('a', 'b', 'c'),
			needs: fc.array(fc.nat(60), { maxLength: 4 }),
		}),
		{
			minLength: 1,
			maxLength: 60,
		},
	)
	.map((rows) => {
		const all = new Map(
			rows.map(({ needs }, index) => [
				`t${index}`,
				index === 0 ? [] : [...new Set(needs.map((n) => `t${n % index}`))],
			]),
		);
		const needsOf = (id: string) => all.get(id)!;
		return rows.map(({ section }, index) => {
			const needs = needsOf(`t${index}`);
			const direct = needs.filter(
				(need) => !needs.some((other) => other !== need && ancestorsOf(other, needsOf).has(need)),
			);
			return make(`t${index}`, section, direct);
		});
	});

/** The same entries in an order that the dice choose. */
export const shuffle = <T>(entries: readonly T[], dice: Iterator<number>): T[] =>
	entries
		.map((entry) => ({ entry, at: dice.next().value as number }))
		.sort((x, y) => x.at - y.at)
		.map(({ entry }) => entry);
