import { describe, expect, test } from 'vitest';
import { currentAddresses, publishedAddresses } from '../../src/read-addresses.ts';
import { checkAddresses, withCurrent } from '../../src/roadmap/addresses.ts';

const check = (
	...[published, current, renamed = {}, moved = {}]: [
		Record<string, string[]>,
		Record<string, string[]>,
		Record<string, string>?,
		Record<string, string>?,
	]
) =>
	checkAddresses(published, current, renamed, moved).map(
		({ file, message }) => `${file}: ${message}`,
	);

test('everything that was ever published is still to be reached', () => {
	const { published, renamed, moved } = publishedAddresses();
	expect(check(published, currentAddresses(), renamed, moved)).toEqual([]);
});

describe('what is wrong is said with the line that mends it', () => {
	test('a page that is gone', () => {
		expect(check({ dns: [], tls: [] }, { dnss: [], tls: [] })).toContain(
			'src/addresses.json: /dns/ was published, and is gone. Say where it went, in src/renamed.json: "dns": "dnss"',
		);
	});
	test('a heading that is gone', () => {
		expect(check({ dns: ['lookup', 'ttl'] }, { dns: ['look-up', 'ttl'] })[0]).toBe(
			'src/addresses.json: /dns/#lookup was published, and is gone. Say where it went, in src/moved.json: "dns#lookup": "dns#look-up"',
		);
	});
	test('a heading of a page that was renamed goes with it', () => {
		expect(check({ old: ['a'], fresh: ['a'] }, { fresh: ['a'] }, { old: 'fresh' })).toEqual([]);
	});
	test('a heading that moved to another page', () => {
		const current = { dns: [], tls: ['names'] };
		expect(
			check({ dns: ['names'], tls: ['names'] }, current, {}, { 'dns#names': 'tls#names' }),
		).toEqual([]);
	});
	test('a way that leads nowhere, a chain, an entry that nobody needs', () => {
		const current = { dns: ['b', 'c'] };
		const published = { dns: ['a', 'b', 'c', 'd'] };
		expect(check(published, current, {}, { 'dns#a': 'dns#bb', 'dns#d': 'dns#c' })).toEqual([
			'src/moved.json: “dns#a” leads to “dns#bb”, which is not there. Did you mean “dns#b”?',
		]);
		expect(check(published, current, {}, { 'dns#a': 'dns#d', 'dns#d': 'dns#c' })).toEqual([
			'src/moved.json: “dns#a” leads to “dns#d”, which moved as well. Write "dns#a": "dns#c"',
		]);
		expect(
			check(
				published,
				current,
				{},
				{ 'dns#a': 'dns#b', 'dns#d': 'dns#c', 'dns#x': 'dns#b', 'dns#b': 'dns#c' },
			),
		).toEqual([
			'src/moved.json: “dns#a” leads to “dns#b”, which moved as well. Write "dns#a": "dns#c"',
			'src/moved.json: “dns#x” was never published, so nobody has it. Remove the entry.',
			'src/moved.json: “dns#x” leads to “dns#b”, which moved as well. Write "dns#x": "dns#c"',
			'src/moved.json: “dns#b” is still there. Remove the entry.',
		]);
	});
	test('a heading that is new', () => {
		expect(check({ dns: [] }, { dns: ['lookup'] })).toEqual([
			'src/addresses.json: /dns/#lookup is not in the registry of published addresses. Run: npm run addresses',
		]);
	});
});

test('the registry forgets nothing', () => {
	expect(withCurrent({ b: ['z'], a: ['x'] }, { b: ['y'] })).toEqual({ a: ['x'], b: ['y', 'z'] });
});
