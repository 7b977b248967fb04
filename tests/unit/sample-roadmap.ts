import { buildGraph } from '../../src/roadmap/graph.ts';
import { roadmapOf, type Roadmap } from '../../src/roadmap/roadmap.ts';
import { sampleSection, sampleTopic } from './sample-topics.ts';

const because = (topic: string) => ({ topic, because: `It uses ${topic}.` });
/** A small handbook: packets, then names and streams, then HTTP on both; SQL stands apart; caching is only planned. */
export const sampleRoadmap: Roadmap = (() => {
	const sections = ['internet', 'databases'].map(sampleSection);
	const topics = [
		sampleTopic('packets', 'internet', []),
		sampleTopic('dns', 'internet', [because('packets')], { minutes: 20, practice: 'medium' }),
		sampleTopic('tcp', 'internet', [because('packets')], { minutes: 10 }),
		sampleTopic('http', 'internet', [because('dns'), because('tcp')], { minutes: 30 }),
		sampleTopic('sql', 'databases', [], { minutes: 40, practice: 'large' }),
	];
	const plan = {
		sections: [
			{ id: 'internet', title: 'internet', promise: '', topics: [] },
			{
				id: 'databases',
				title: 'databases',
				promise: '',
				topics: [
					{
						id: 'caching',
						title: 'Caching',
						level: 'advanced' as const,
						needs: ['http', 'sql'],
						teach: ['x'],
						show: '',
					},
				],
			},
		],
	};
	return roadmapOf(buildGraph(sections, topics, plan), plan, { 'domain-names': 'dns' });
})();
