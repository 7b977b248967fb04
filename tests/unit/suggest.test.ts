import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/roadmap/graph.ts';
import { indexOf, roadmapOf } from '../../src/roadmap/roadmap.ts';
import { suggest } from '../../src/roadmap/suggest.ts';
import { dags, PLAN, SECTIONS } from './random-graphs.ts';
import { sampleRoadmap } from './sample-roadmap.ts';

const told = (standing: Parameters<typeof suggest>[1], limit?: number) =>
	suggest(sampleRoadmap, standing, limit).map(({ topic, reason }) => `${topic.id}: ${reason}`);

describe('what to learn now', () => {
	test('a newcomer without a goal gets what needs nothing first', () => {
		expect(told({ known: [], goals: [] })).toEqual([
			'packets: It needs nothing first.',
			'sql: It needs nothing first.',
		]);
	});

	test('with a goal, the nearest to it comes first, and says what for', () => {
		expect(told({ known: ['packets'], goals: ['caching'] })).toEqual([
			'sql: On the way to Caching: Caching needs it.',
			'dns: On the way to Caching: HTTP needs it. It uses dns.',
			'tcp: On the way to Caching: HTTP needs it. It uses tcp.',
		]);
		expect(told({ known: ['dns', 'tcp'], goals: ['http'] }, 1)).toEqual([
			'http: It is your goal, and you know all that it needs.',
		]);
	});

	test('after a page, what that page opens comes first', () => {
		expect(told({ known: [], goals: [], after: 'packets' }, 2)).toEqual([
			'dns: It builds on PACKETS. It uses packets.',
			'tcp: It builds on PACKETS. It uses packets.',
		]);
	});

	test('a topic without a page is never suggested, a section can be the goal, an old id is followed', () => {
		expect(
			told({ known: ['http', 'sql', 'domain-names'], goals: ['databases', 'nonsense'] }),
		).toEqual([]);
	});

	test('over random graphs: what is suggested is new, and all that it needs is known', () => {
		fc.assert(
			fc.property(dags, fc.array(fc.nat(), { maxLength: 5 }), fc.nat(), (topics, known, goal) => {
				const roadmap = roadmapOf(buildGraph(SECTIONS, topics, PLAN), PLAN);
				const id = (n: number) => roadmap.topics[n % roadmap.topics.length]!.id;
				const index = indexOf(roadmap);
				const have = index.closure(known.map(id));
				const found = suggest(roadmap, { known: known.map(id), goals: [id(goal)] });
				expect(found.length).toBeLessThanOrEqual(3);
				for (const { topic } of found) {
					expect(have.has(topic.id)).toBe(false);
					for (const need of index.needs(topic.id)) expect(have.has(need)).toBe(true);
				}
				// There is always something to do until the goal is known.
				if (!have.has(id(goal)))
					expect(index.closure([id(goal)]).has(found[0]!.topic.id)).toBe(true);
			}),
		);
	});
});
