import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	emptyProgress,
	markedTopics,
	mergeProgress,
	readProgress,
	type Progress,
} from '../../src/roadmap/progress.ts';
import { reviewsOf } from '../../src/roadmap/review-list.ts';
import { afterAnswer } from '../../src/roadmap/review.ts';

const at = (second: number) => new Date(1_700_000_000_000 + second * 1000).toISOString();
const id = fc.constantFrom('dns', 'http', 'tls', 'tcp-and-udp');
const time = fc.nat(5).map(at);
const card = fc
	.tuple(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), fc.nat(5))
	.map(([answers, start]) =>
		answers.reduce(
			(card, right, n) => afterAnswer(card, right, new Date(at(start + n * 86_400))),
			undefined as ReturnType<typeof afterAnswer> | undefined,
		),
	)
	.map((card) => card!);
const progress: fc.Arbitrary<Progress> = fc.record({
	version: fc.constant(1 as const),
	topics: fc.dictionary(
		id,
		fc.record({ state: fc.constantFrom('learned', 'known', 'none'), at: time }),
	),
	goals: fc.record({ ids: fc.uniqueArray(id), at: time }),
	cards: fc.dictionary(
		fc.tuple(id, fc.constantFrom('a', 'b')).map((parts) => parts.join('#')),
		card,
	),
}) as fc.Arbitrary<Progress>;
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('saved progress', () => {
	test('is read as it was written', () => {
		fc.assert(
			fc.property(progress, (saved) => {
				const { progress, problem } = readProgress(JSON.stringify(saved));
				expect(problem).toBeUndefined();
				expect(plain(progress)).toEqual(plain(saved));
			}),
		);
	});

	test('merges the same in whatever order and however often', () => {
		fc.assert(
			fc.property(progress, progress, progress, (a, b, c) => {
				expect(plain(mergeProgress(a, b))).toEqual(plain(mergeProgress(b, a)));
				expect(plain(mergeProgress(a, mergeProgress(b, c)))).toEqual(
					plain(mergeProgress(mergeProgress(a, b), c)),
				);
				expect(plain(mergeProgress(a, a))).toEqual(plain(a));
			}),
		);
	});

	test('keeps the later mark, also when it takes an earlier one back', () => {
		const learned = {
			...emptyProgress(),
			topics: { dns: { state: 'learned' as const, at: at(1) } },
		};
		const none = { ...emptyProgress(), topics: { dns: { state: 'none' as const, at: at(2) } } };
		expect(markedTopics(mergeProgress(learned, none))).toEqual([]);
		expect(markedTopics(learned)).toEqual(['dns']);
	});

	test('follows renamed topics, the later entry where both names have one', () => {
		const saved = {
			version: 1,
			topics: {
				'domain-names': { state: 'learned', at: at(5) },
				dns: { state: 'none', at: at(1) },
			},
			goals: { ids: ['domain-names', 'dns'], at: at(1) },
			cards: { 'domain-names#ttl': afterAnswer(undefined, true, new Date(at(1))) },
		};
		const { progress, problem } = readProgress(JSON.stringify(saved), { 'domain-names': 'dns' });
		expect(problem).toBeUndefined();
		expect(progress.topics).toEqual({ dns: { state: 'learned', at: at(5) } });
		expect(progress.goals.ids).toEqual(['dns']);
		expect(Object.keys(progress.cards)).toEqual(['dns#ttl']);
	});

	test.each([
		['{"version":1,"topics":{"dns":', 'It is not JSON: it was cut off or edited.'],
		['[]', 'It is not progress saved by this handbook.'],
		['{"topics":{}}', 'It is not progress saved by this handbook.'],
		[
			'{"version":7}',
			'It was saved by a newer version of the handbook (format 7, this page reads 1). Reload the page to get the newer version.',
		],
		[
			'{"version":1,"topics":{"dns":{"state":"lerned","at":"2026-11-20T10:00:00.000Z"}}}',
			'One entry could not be read: the mark of “dns”.',
		],
		[
			'{"version":1,"topics":4,"goals":{"ids":["DROP TABLE"]},"cards":{"dns":{},"x#y":{"due":"soon"}}}',
			'4 entries could not be read: topics, the answer to “dns”, the answer to “x#y” and more.',
		],
	])('%s is damaged, and says so', (text, message) => {
		expect(readProgress(text).problem).toBe(message);
	});

	test('a number too large to be kept is damage', () => {
		const card = `{"due":"${at(2)}","last_review":"${at(1)}","stability":1e999,"difficulty":5,"scheduled_days":1,"learning_steps":0,"reps":1,"lapses":0,"state":2}`;
		expect(readProgress(`{"version":1,"cards":{"dns#a":${card}}}`)).toEqual({
			progress: emptyProgress(),
			problem: 'One entry could not be read: the answer to “dns#a”.',
		});
		expect(
			readProgress(`{"version":1,"cards":{"dns#a":${card.replace('1e999', '1e9')}}}`).problem,
		).toBeUndefined();
	});

	test('what is sound beside a damaged entry is kept', () => {
		const { progress } = readProgress(
			`{"version":1,"topics":{"dns":{"state":"learned","at":"${at(1)}"},"http":null}}`,
		);
		expect(markedTopics(progress)).toEqual(['dns']);
	});

	test('mutilated in any place, it never throws and never invents a topic', () => {
		fc.assert(
			fc.property(progress, fc.nat(), fc.nat(20), fc.string(), (saved, start, length, noise) => {
				const text = JSON.stringify(saved);
				const from = start % text.length;
				const broken = text.slice(0, from) + noise + text.slice(from + length);
				const { progress, problem } = readProgress(broken);
				expect(readProgress(JSON.stringify(progress)).problem).toBeUndefined();
				if (problem === undefined) expect(() => JSON.parse(broken)).not.toThrow();
			}),
			{ numRuns: 500 },
		);
	});

	test.each(['__proto__', 'constructor', 'toString'])('%s is no topic', (name) => {
		const { progress, problem } = readProgress(
			`{"version":1,"topics":{"${name}":{"state":"learned","at":"${at(1)}"}}}`,
		);
		expect(problem).toContain('One entry could not be read');
		expect(markedTopics(progress)).toEqual([]);
		expect(({} as { state?: string }).state).toBeUndefined();
	});
});

describe('the review of answered questions', () => {
	const start = new Date('2026-12-01T10:00:00Z');
	const days = (card: { due: string }, from: Date) =>
		Math.round((Date.parse(card.due) - from.valueOf()) / 86_400_000);

	test('a right answer comes back after days, then after longer; a wrong one soon', () => {
		const first = afterAnswer(undefined, true, start);
		expect(days(first, start)).toBeGreaterThanOrEqual(2);
		const second = afterAnswer(first, true, new Date(first.due));
		expect(days(second, new Date(first.due))).toBeGreaterThan(days(first, start));
		const wrong = afterAnswer(second, false, new Date(second.due));
		expect(days(wrong, new Date(second.due))).toBeLessThan(days(first, start));
		expect(wrong.lapses).toBe(1);
	});

	test('the most overdue comes first', () => {
		const card = (right: boolean) => afterAnswer(undefined, right, start);
		const progress = {
			...emptyProgress(),
			cards: { 'dns#late': card(true), 'dns#soon': card(false) },
		};
		expect(reviewsOf(progress).map(({ question }) => question)).toEqual(['soon', 'late']);
	});
});
