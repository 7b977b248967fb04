import { expect, test } from 'vitest';
import { parsePaths } from '../../src/schemas/paths.ts';
import { parseRenamed } from '../../src/schemas/renamed.ts';
import { sampleRoadmap } from './sample-roadmap.ts';

const SENTENCE = 'Somebody who wants to know how a request finds its way, and has an hour a day.';
const path = (fields: string) =>
	`paths:\n  - { id: web, title: The web, for: "${SENTENCE}", goals: [http], known: [], pace: 5, ${fields} }`;
const message = (read: () => unknown) => {
	try {
		read();
	} catch (error) {
		return (error as Error).message;
	}
	return 'no error';
};
const ids = ['dns', 'http'];

test.each([
	[
		path('goals: [htp]').replace('goals: [http], ', ''),
		'src/paths.yaml: web: goals names “htp”, which is no topic or section. Did you mean “http”?',
	],
	[
		path('known: [internet]').replace('known: [], ', ''),
		'src/paths.yaml: web: known names “internet”, which is no topic.',
	],
	[path('speed: 3'), 'src/paths.yaml: web: Unrecognized key: "speed".'],
	[
		path('').replace('pace: 5', 'pace: fast'),
		'src/paths.yaml: web/pace: Invalid input: expected number, received string.',
	],
	[
		`${path('')}\n${path('').replace('paths:\n', '')}`,
		'src/paths.yaml: web: the id stands twice. Rename one of the paths.',
	],
	['paths: [', 'src/paths.yaml: this is not YAML:'],
])('a named path that does not fit: %#', (text, expected) => {
	expect(message(() => parsePaths(text, sampleRoadmap))).toContain(expected);
});

test('named paths that fit are read', () => {
	expect(parsePaths(path(''), sampleRoadmap).map(({ id }) => id)).toEqual(['web']);
});

test.each([
	['dns: http', '“dns” is the id of a topic, so it cannot lead to “http”. Remove the entry.'],
	['names: dsn', '“names” leads to “dsn”, which is no topic. Did you mean “dns”?'],
	['{ a: b, b: dns }', '“a” leads to “b”, which was renamed to “dns”. Write “a: dns”.'],
	['names: 4', 'src/renamed.json: names: Invalid input: expected string, received number.'],
])('a renamed topic that does not fit: %s', (text, expected) => {
	expect(message(() => parseRenamed(text, ids))).toContain(expected);
});

test('renamed topics that fit are read', () => {
	expect(parseRenamed('names: dns', ids)).toEqual({ names: 'dns' });
	expect(parseRenamed('{}', ids)).toEqual({});
});
