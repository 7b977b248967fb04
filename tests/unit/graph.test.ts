import { describe, expect, test } from 'vitest';
import { buildGraph, checkGraph } from '../../src/roadmap/graph.ts';
import type { Curriculum, Edge, Topic } from '../../src/roadmap/types.ts';
import { sampleSection, sampleTopic } from './sample-topics.ts';

const SECTIONS = ['base', 'net'].map(sampleSection);

const topic = (id: string, needs: (string | Edge)[] = [], more: Partial<Topic> = {}): Topic =>
	sampleTopic(
		id,
		more.section ?? 'base',
		needs.map((need, index) =>
			typeof need === 'string'
				? { topic: need, because: 'It is used.', line: 7 + 2 * index }
				: need,
		),
		more,
	);

const curriculum = (ids: string[]): Curriculum => ({
	sections: [
		{
			id: 'base',
			title: 'base',
			promise: '',
			topics: ids.map((id) => ({
				id,
				title: id,
				level: 'core',
				needs: [],
				teach: ['x'],
				show: 'x',
			})),
		},
		{ id: 'net', title: 'net', promise: '', topics: [] },
	],
});
const EMPTY = curriculum([]);

const faults = (topics: Topic[], plan = EMPTY, sections = SECTIONS) =>
	checkGraph(sections, topics, plan).map(
		({ file, line, message }) =>
			`${file.replace('src/content/docs/', '')}${line ? `:${line}` : ''}: ${message}`,
	);

describe('a graph that does not fit says where, what and how to mend it', () => {
	test('an unknown prerequisite', () => {
		expect(faults([topic('dns'), topic('http', ['dsn'])])).toEqual([
			'base/http.mdx:7: there is no topic “dsn” to be a prerequisite. Did you mean “dns”?',
		]);
		expect(faults([topic('http', ['quantum-physics'])])).toEqual([
			'base/http.mdx:7: there is no topic “quantum-physics” to be a prerequisite. npm run new -- --list names those without a page.',
		]);
	});
	test('a prerequisite that is planned but not written', () => {
		expect(faults([topic('http', ['dns'])], curriculum(['dns']))).toEqual([
			'base/http.mdx:7: the prerequisite “dns” is in the curriculum, but its page is not written yet. Write it first: npm run new -- dns.',
		]);
	});
	test('itself', () => {
		expect(faults([topic('dns', ['dns'])])).toEqual([
			'base/dns.mdx:7: the topic names itself as a prerequisite. Remove “dns”.',
		]);
	});
	test('a duplicate', () => {
		expect(faults([topic('ip'), topic('dns', ['ip', 'ip'])])).toEqual([
			'base/dns.mdx:9: the prerequisite “ip” stands here twice. Keep one, with the better reason.',
		]);
	});
	test('a circle of three, printed as the path round it', () => {
		expect(faults([topic('b', ['c']), topic('c', ['a']), topic('a', ['b'])])).toEqual([
			'base/a.mdx:7: these topics need each other in a circle: a → b → c → a (src/content/docs/base/a.mdx, src/content/docs/base/b.mdx, src/content/docs/base/c.mdx). Remove the prerequisite that the reader can do without.',
		]);
	});
	test('what another prerequisite implies, at any distance', () => {
		expect(
			faults([topic('a'), topic('b', ['a']), topic('c', ['b']), topic('d', ['a', 'c'])]),
		).toEqual([
			'base/d.mdx:7: the prerequisite “a” is implied by “c”, which needs it already. Remove it.',
		]);
	});
	test('a missing reason', () => {
		expect(faults([topic('a'), topic('b', [{ topic: 'a', because: ' ', line: 4 }])])).toEqual([
			'base/b.mdx:4: the prerequisite “a” has no reason. Say in because: what of it this page uses.',
		]);
	});
	test('a foundation topic that needs an advanced one', () => {
		expect(
			faults([
				topic('raft', [], { level: 'advanced' }),
				topic('files', ['raft'], { level: 'foundation' }),
			]),
		).toEqual([
			'base/files.mdx:7: a foundation topic needs “raft”, which is advanced (src/content/docs/base/raft.mdx). Remove the prerequisite, or change one of the levels.',
		]);
	});
	test('two files with one id', () => {
		expect(faults([topic('dns'), topic('dns', [], { section: 'net' })])).toEqual([
			'net/dns.mdx: the id “dns” is also that of src/content/docs/base/dns.mdx, so both pages want the address /dns/. Rename one of the files.',
		]);
	});
	test("an id that equals a section's", () => {
		expect(faults([topic('net')])).toEqual([
			'base/net.mdx: the id “net” is also that of the section src/content/docs/net/index.mdx, so both want the address /net/. Rename this file.',
		]);
	});
	test('a section without a page', () => {
		expect(faults([topic('a', [], { section: 'nets' })])).toEqual([
			'nets/a.mdx: the section “nets” has no page. Write src/content/docs/nets/index.mdx first.',
		]);
	});
	test('related topics', () => {
		const related = (id: string) => ({ related: [{ topic: id, because: 'x', line: 3 }] });
		expect(faults([topic('a'), topic('b', ['a'], related('a'))])).toEqual([
			'base/b.mdx:3: “a” is related and a prerequisite. Keep it as a prerequisite only.',
		]);
		expect(faults([topic('a', [], related('a'))])).toEqual([
			'base/a.mdx:3: the topic names itself as related. Remove “a”.',
		]);
		expect(faults([topic('a', [], related('caching'))], curriculum(['caching']))).toEqual([]);
		expect(faults([topic('a', [], related('cachin'))], curriculum(['caching']))).toEqual([
			'base/a.mdx:3: there is no topic “cachin” to be a related topic. Did you mean “caching”?',
		]);
	});
	test('all problems come in one error', () => {
		expect(() => buildGraph(SECTIONS, [topic('a', ['a']), topic('b', ['x1'])], EMPTY)).toThrow(
			[
				'2 problems in the handbook:',
				'src/content/docs/base/a.mdx:7: the topic names itself as a prerequisite. Remove “a”.',
				'src/content/docs/base/b.mdx:7: there is no topic “x1” to be a prerequisite. npm run new -- --list names those without a page.',
			].join('\n'),
		);
	});
});

describe('a graph', () => {
	const topics = [
		topic('http', ['dns', 'tcp'], { section: 'net' }),
		topic('tcp', ['ip'], { section: 'net' }),
		topic('dns', ['ip'], { section: 'net' }),
		topic('ip', [], { section: 'net' }),
		topic('shell'),
	];
	const plan: Curriculum = {
		sections: [
			{
				id: 'base',
				title: 'Base',
				promise: '',
				topics: ['shell', 'clock'].map((id) => ({
					id,
					title: id,
					level: 'core',
					needs: [],
					teach: ['reading the time', 'waiting'],
					show: 'x',
				})),
			},
			{
				id: 'net',
				title: 'Net',
				promise: '',
				topics: ['ip', 'dns', 'tcp', 'http', 'tls'].map((id) => ({
					id,
					title: id,
					level: 'core',
					needs: id === 'tls' ? ['http', 'clock'] : [],
					teach: ['x'],
					show: 'x',
				})),
			},
		],
	};
	const graph = buildGraph(SECTIONS, topics, plan);

	test('reads in the curriculum’s order, prerequisites first', () => {
		expect(graph.topics.map(({ id }) => id)).toEqual(['shell', 'ip', 'dns', 'tcp', 'http']);
	});
	test('knows what a topic opens up', () => {
		expect(graph.opens('ip').map(({ topic }) => topic.id)).toEqual(['dns', 'tcp']);
	});
	test('knows all that comes before a topic', () => {
		expect([...graph.ancestors('http')].sort()).toEqual(['dns', 'ip', 'tcp']);
	});
	test('lists topics in preparation in their place', () => {
		expect(graph.listed('net').map(({ id, topic }) => [id, Boolean(topic)])).toEqual([
			['ip', true],
			['dns', true],
			['tcp', true],
			['http', true],
			['tls', false],
		]);
		expect(graph.listed('base').at(-1)?.teaches).toBe('Reading the time, waiting.');
	});
	test('knows what a section needs from others, also for topics in preparation', () => {
		expect(graph.needsFromOutside('net')).toEqual([
			{ id: 'clock', title: 'clock', section: 'base', written: false, neededBy: ['tls'] },
		]);
	});
});
