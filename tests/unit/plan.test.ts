import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../src/roadmap/graph.ts';
import { planPath, reasonFor } from '../../src/roadmap/plan.ts';
import { indexOf, roadmapOf, type Roadmap } from '../../src/roadmap/roadmap.ts';
import { isDay, scheduleOf } from '../../src/roadmap/schedule.ts';
import { dags, PLAN, SECTIONS, shuffle } from './random-graphs.ts';
import { sampleRoadmap } from './sample-roadmap.ts';

const ids = (plan: ReturnType<typeof planPath>) => plan.steps.map(({ topic }) => topic.id);

describe('a path', () => {
	test('holds what the goal needs, first things first, and says why', () => {
		const plan = planPath(sampleRoadmap, { goals: ['http'], known: [] });
		expect(ids(plan)).toEqual(['packets', 'dns', 'tcp', 'http']);
		expect(plan.steps.map(reasonFor)).toEqual([
			'You need this for DNS: It uses packets. Also for TCP.',
			'You need this for HTTP: It uses dns.',
			'You need this for HTTP: It uses tcp.',
			'Your goal.',
		]);
		expect(plan.readingMinutes).toBe(65);
		expect(plan.practiceMinutes).toBe(15 + 60 + 15 + 15);
	});

	test('knowing a topic counts as knowing what it needs', () => {
		expect(ids(planPath(sampleRoadmap, { goals: ['http'], known: ['dns'] }))).toEqual([
			'tcp',
			'http',
		]);
	});

	test('a goal that is known is reached, and asks for nothing', () => {
		const plan = planPath(sampleRoadmap, { goals: ['dns'], known: ['http'] });
		expect(plan.steps).toEqual([]);
		expect(plan.reached.map(({ id }) => id)).toEqual(['dns']);
	});

	test('a section stands for all its topics, and a planned topic is counted as such', () => {
		const plan = planPath(sampleRoadmap, { goals: ['databases'], known: ['http'] });
		expect(ids(plan)).toEqual(['sql', 'caching']);
		expect(plan.planned).toBe(1);
		expect(reasonFor(plan.steps[0]!)).toBe('Your goal. You need this for Caching.');
	});

	test('an id that was renamed is followed, and one that does not exist is told', () => {
		const plan = planPath(sampleRoadmap, { goals: ['domain-names', 'dsn'], known: ['<b>'] });
		expect(ids(plan)).toEqual(['packets', 'dns']);
		expect(plan.unknown).toEqual(['<b>', 'dsn']);
	});
});

describe('a schedule', () => {
	const plan = planPath(sampleRoadmap, { goals: ['http'], known: [] });

	test('spreads the minutes over the days at the pace', () => {
		// 170 minutes at 3.5 hours a week are 30 minutes a day.
		const days = scheduleOf(plan, 3.5, '2026-12-30').map(({ from, to, week }) => [from, to, week]);
		expect(days).toEqual([
			['2026-12-30', '2026-12-30', 1], // 20 minutes
			['2026-12-30', '2027-01-02', 1], // until minute 100
			['2027-01-02', '2027-01-03', 1], // until minute 125
			['2027-01-03', '2027-01-04', 1], // until minute 170, a part of the sixth day
		]);
	});

	test('a day is a day of the calendar', () => {
		expect(['2026-12-31', '2026-02-29', '2028-02-29', '1-1-1', '2026-13-01'].map(isDay)).toEqual([
			true,
			false,
			true,
			false,
			false,
		]);
	});
});

describe('over random graphs', () => {
	const requests = fc.tuple(
		dags,
		fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
		fc.array(fc.nat(), { maxLength: 4 }),
	);
	const pick = (roadmap: Roadmap, numbers: number[]) =>
		numbers.map((n) => roadmap.topics[n % roadmap.topics.length]!.id);
	const setUp = ([topics, goals, known]: [
		Parameters<typeof buildGraph>[1],
		number[],
		number[],
	]) => {
		const roadmap = roadmapOf(buildGraph(SECTIONS, topics, PLAN), PLAN);
		return { roadmap, goals: pick(roadmap, goals), known: pick(roadmap, known) };
	};

	test('a path holds every needed topic once, after all that it needs, and nothing superfluous', () => {
		fc.assert(
			fc.property(requests, (sample) => {
				const { roadmap, goals, known } = setUp(sample);
				const index = indexOf(roadmap);
				const path = ids(planPath(roadmap, { goals, known }));
				expect(new Set(path).size).toBe(path.length);
				const have = index.closure(known);
				for (const id of path) {
					expect(have.has(id), `${id} is known`).toBe(false);
					for (const need of index.needs(id))
						expect(have.has(need), `${id} before ${need}`).toBe(true);
					have.add(id);
				}
				for (const goal of goals) expect(have.has(goal)).toBe(true);
				// Without any one of its topics, some goal would miss something.
				const needed = index.closure(goals);
				for (const id of path) expect(needed.has(id), `${id} is superfluous`).toBe(true);
			}),
		);
	});

	test('the same request in another order gives the same path', () => {
		fc.assert(
			fc.property(requests, fc.infiniteStream(fc.nat()), (sample, dice) => {
				const { roadmap, goals, known } = setUp(sample);
				const other = { ...roadmap, topics: shuffle(roadmap.topics, dice) };
				const plan = planPath(roadmap, { goals, known });
				const again = planPath(other, {
					goals: shuffle(goals, dice),
					known: shuffle(known, dice),
				});
				expect(ids(again)).toEqual(ids(plan));
				expect(again.steps.map(reasonFor)).toEqual(plan.steps.map(reasonFor));
			}),
		);
	});

	test('every step but a goal says what it is for, and that stands later on the path', () => {
		fc.assert(
			fc.property(requests, (sample) => {
				const { roadmap, goals, known } = setUp(sample);
				const plan = planPath(roadmap, { goals, known });
				for (const [at, step] of plan.steps.entries()) {
					if (!step.goal) expect(step.for.length).toBeGreaterThan(0);
					for (const { topic } of step.for) expect(ids(plan).indexOf(topic.id)).toBeGreaterThan(at);
				}
			}),
		);
	});

	test('days never run backwards, and the last one is when the minutes are used up', () => {
		fc.assert(
			fc.property(requests, fc.integer({ min: 1, max: 60 }), (sample, hours) => {
				const { roadmap, goals, known } = setUp(sample);
				const plan = planPath(roadmap, { goals, known });
				const days = scheduleOf(plan, hours, '2026-12-01');
				const dates = days.flatMap(({ from, to }) => [from, to]);
				expect(dates).toEqual(dates.toSorted());
				const last = dates.at(-1);
				if (last === undefined) return;
				const total = plan.readingMinutes + plan.practiceMinutes;
				const used = (Date.parse(last) - Date.parse('2026-12-01')) / 86_400_000 + 1;
				expect(used).toBe(Math.ceil(total / ((hours * 60) / 7)));
			}),
		);
	});
});
