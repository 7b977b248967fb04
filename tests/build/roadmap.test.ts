import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import type { GraphDocument, TopicDocument } from '../../src/schemas/api.ts';
import { BUILDS } from './built-site.ts';

describe.each(BUILDS)('$name', ({ folder, address }) => {
	const read = <T>(path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
	const graph = read<GraphDocument>('api/graph.json');
	const topics = readdirSync(join(folder, 'api/topics'));
	const validate = (schema: string, document: unknown) => {
		const ajv = new Ajv2020({ strict: true, allErrors: true });
		formats.default(ajv);
		const check = ajv.compile(read(`api/${schema}.schema.json`));
		check(document);
		return check.errors ?? [];
	};
	const pageOf = (url: string) => {
		expect(url.startsWith(address), url).toBe(true);
		return join(folder, url.slice(address.length), 'index.html');
	};

	test('the graph fits the schema that it names, and so does every topic', () => {
		expect(graph.$schema).toBe(`${address}api/graph.schema.json`);
		expect(validate('graph', graph)).toEqual([]);
		for (const file of topics)
			expect(validate('topic', read(`api/topics/${file}`)), file).toEqual([]);
	});

	test('the schema refuses what is not a graph', () => {
		const [first, ...others] = graph.topics;
		const broken = { ...graph, topics: [{ ...first, level: 'easy' }, ...others] };
		expect(validate('graph', broken).map(({ instancePath }) => instancePath)).toEqual([
			'/topics/0/level',
		]);
	});

	test('every published topic has a page and a document of its own, no planned one has', () => {
		const published = graph.topics.filter(({ status }) => status === 'published');
		for (const { url } of published) expect(existsSync(pageOf(url!)), url!).toBe(true);
		expect(published.map(({ id }) => `${id}.json`).toSorted()).toEqual(topics.toSorted());
		for (const { url, status } of graph.topics) if (status === 'planned') expect(url).toBeNull();
	});

	test('the order respects prerequisites, and both kinds of document agree', () => {
		const seen = new Set<string>();
		for (const { id, prerequisites } of graph.topics) {
			for (const { topic } of prerequisites) expect(seen.has(topic), `${id}: ${topic}`).toBe(true);
			seen.add(id);
		}
		for (const file of topics) {
			const topic = read<TopicDocument>(`api/topics/${file}`);
			const same = graph.topics.find(({ id }) => id === topic.id)!;
			expect(topic.prerequisites.map(({ topic, because }) => ({ topic, because }))).toEqual(
				same.prerequisites,
			);
			for (const { topic: other } of topic.opens)
				expect(
					read<TopicDocument>(`api/topics/${other}.json`).prerequisites.map(({ topic }) => topic),
				).toContain(topic.id);
		}
	});

	test('the map draws every topic once and every prerequisite once, and lists the same', () => {
		const map = parse(readFileSync(join(folder, 'map/index.html'), 'utf8'));
		const drawn = map.querySelectorAll('svg.topic-map [data-topic]');
		const ids = graph.topics.map(({ id }) => id).toSorted();
		expect(drawn.map((node) => node.getAttribute('data-topic')).toSorted()).toEqual(ids);
		expect(
			map
				.querySelectorAll('[data-row]')
				.map((row) => row.getAttribute('data-row'))
				.toSorted(),
		).toEqual(ids);
		const edges = graph.topics.flatMap(({ id, prerequisites }) =>
			prerequisites.map(({ topic }) => `${topic} ${id}`),
		);
		expect(
			map
				.querySelectorAll('svg.topic-map path')
				.map((path) => `${path.getAttribute('data-from')} ${path.getAttribute('data-to')}`)
				.toSorted(),
		).toEqual(edges.toSorted());
		for (const node of drawn) {
			const { url } = graph.topics.find(({ id }) => id === node.getAttribute('data-topic'))!;
			expect(node.tagName).toBe(url ? 'A' : 'G');
			if (url) expect(new URL(node.getAttribute('href')!, address).href).toBe(url);
		}
	});

	test('a link of the map comes after the links of what it needs', () => {
		const map = parse(readFileSync(join(folder, 'map/index.html'), 'utf8'));
		const order = map
			.querySelectorAll('svg.topic-map [data-topic]')
			.map((node) => node.getAttribute('data-topic')!);
		for (const { id, prerequisites } of graph.topics)
			for (const { topic } of prerequisites)
				expect(order.indexOf(topic)).toBeLessThan(order.indexOf(id));
	});

	test('every named path is a page that is complete without a script', () => {
		const names = readdirSync(join(folder, 'path')).filter((name) => name !== 'index.html');
		expect(names.length).toBeGreaterThanOrEqual(8);
		for (const name of names) {
			const page = parse(readFileSync(join(folder, 'path', name, 'index.html'), 'utf8'));
			const steps = page.querySelectorAll('.path .topics > li');
			expect(steps.length, name).toBeGreaterThan(3);
			for (const step of steps) expect(step.querySelector('p')!.text).toMatch(/goal|need/);
			expect(page.querySelectorAll('.path a[href*="?goal="]')).toHaveLength(1);
		}
	});
});
