import { describe, expect, test } from 'vitest';
import { buildSearch, tellingWords } from '../../src/search/build.ts';
import { Finder } from '../../src/search/find.ts';
import type { Entry } from '../../src/search/types.ts';
import { asked, wordsOf } from '../../src/search/words.ts';
import { parsePhrases, parseSynonyms } from '../../src/schemas/search-words.ts';

const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
	id,
	title: id,
	section: 'one',
	level: 'core',
	description: `All about ${id}.`,
	aliases: [],
	outcomes: [],
	places: [],
	terms: [],
	phrases: [],
	...more,
});
const ENTRIES = [
	entry('kubernetes', { title: 'Kubernetes', level: 'advanced' }),
	entry('load-balancing', { title: 'Load balancing and reverse proxies', section: 'two' }),
	entry('indexes', {
		title: 'Indexes and query plans',
		aliases: ['N+1'],
		phrases: ['slow query'],
		places: [{ id: 'n-plus-one', title: 'The slow page', words: ['lazi'] }],
	}),
	entry('csharp-dotnet', { title: 'C# and .NET' }),
	entry('databases', { title: 'Talking to a database', phrases: ['connection pool'] }),
];
const finder = new Finder(
	buildSearch(
		ENTRIES,
		[],
		[
			['kubernetes', 'k8s'],
			['database', 'db'],
		],
	),
);
const first = (query: string) => finder.find(query)[0]?.entry.id;

describe('words', () => {
	test.each([
		['cache caches cached caching', 'cach cach cach cach'],
		['normalisation normalization', 'normaliz normaliz'],
		['behaviour behavior', 'behavior behavior'],
		['catalogue catalog', 'catalog catalog'],
		['N+1 C# C++ .NET node.js', 'nplus1 nplus csharp cpp dotnet node'],
		['résumé', 'resum'],
	])('%s', (text, words) => {
		expect(wordsOf(text).join(' ')).toBe(words);
	});
	test('a compound gives its parts and the whole', () => {
		expect(wordsOf('CI/CD')).toEqual(['ci', 'cd', 'cicd']);
	});
	test('what says nothing is left out, unless there is nothing else', () => {
		expect(asked('what is the difference between a mutex and a lock')).toEqual(['mutex', 'lock']);
		expect(asked('what is this')).not.toEqual([]);
	});
});

describe('finding', () => {
	test.each([
		['kubernets', 'kubernetes'],
		['kuberntes', 'kubernetes'],
		['k8s', 'kubernetes'],
		['loadbalancing', 'load-balancing'],
		['load balancer', 'load-balancing'],
		['n+1', 'indexes'],
		['why is my query slow', 'indexes'],
		['c#', 'csharp-dotnet'],
		['.net', 'csharp-dotnet'],
		['db pool', 'databases'],
		['kub', 'kubernetes'],
	])('%s finds %s', (query, id) => {
		expect(first(query)).toBe(id);
	});
	test('a heading that answers is found in its topic', () => {
		expect(finder.find('slow page')[0]!.places[0]!.id).toBe('n-plus-one');
	});
	test('filters leave out what is not of them, and are counted', () => {
		expect(finder.find('load', { section: 'one' })).toEqual([]);
		expect(finder.count('kubernetes', {}).levels.get('advanced')).toBe(1);
	});
	test('nothing asked, nothing found, and no word of the index is lost in nonsense', () => {
		expect(finder.find('')).toEqual([]);
		expect(finder.find('zzzzqqqq')).toEqual([]);
	});
});

test('above the budget the index leaves out what matters least, and says so', () => {
	const many = Array.from({ length: 60 }, (_, n) =>
		entry(`topic-${n}`, {
			aliases: Array.from({ length: 9 }, (__, m) => `alias ${n} ${m}`),
			places: [{ id: 'a', title: `Heading ${n}`, words: [`word${n}`, `other${n}`] }],
		}),
	);
	expect(buildSearch(many, [], []).without).toEqual([]);
	const small = buildSearch(many, [], [], 1600);
	expect(small.without.slice(0, 2)).toEqual(['words', 'places']);
	expect(new Finder(small).find('topic-7')[0]!.entry.id).toBe('topic-7');
});

test('words that every page has tell nothing', () => {
	const [one] = tellingWords([
		['server replica server'],
		['server index'],
		['server queue'],
		['server cookie'],
		['server mutex'],
		['server packet'],
	]);
	expect(one).toEqual(['replica']);
});

describe('data of the search', () => {
	test('phrases of a topic that is not there', () => {
		expect(() => parsePhrases('dsn: [names]', ['dns'])).toThrow(
			'src/search/phrases.yaml: dsn: there is no such topic. Did you mean “dns”?',
		);
	});
	test('a phrase that is no text', () => {
		expect(() => parsePhrases('dns: [null]', ['dns'])).toThrow(
			'dns/0: this is no text; put it between quotes.',
		);
	});
	test('a synonym of nothing', () => {
		expect(() => parseSynonyms('groups: [[alone]]')).toThrow('src/search/synonyms.yaml');
	});
});
