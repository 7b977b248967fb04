import { describe, expect, test } from 'vitest';
import { diagramFault } from '../../src/markdown/diagram-syntax.ts';
import { drawDiagram } from '../../src/markdown/diagram.ts';

describe('a diagram that can be drawn', () => {
	test.each([
		'graph TD\n  A[Client] -->|asks| B[(Database)]\n  B --> C{OK?}\n  C -.-> A\n  subgraph edge [At the edge]\n    D & E --> F([End])\n  end',
		'sequenceDiagram\n  participant C as Client\n  C->>S: SYN\n  S-->>C: SYN, ACK\n  Note over C,S: open\n  loop each second\n    C-)S: ping\n  end',
		'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy : request\n  Busy --> [*]',
		'erDiagram\n  CUSTOMER ||--o{ ORDER : places\n  ORDER {\n    int id PK\n    string note "free text"\n  }',
		'classDiagram\n  Animal <|-- Duck\n  class Duck {\n    +swim() void\n    -int age\n  }',
		'%% a remark\n\ngraph LR\n  a --> b;',
	])('%s', (text) => {
		expect(diagramFault(text)).toBeUndefined();
		expect(drawDiagram(text, 'd1', 'What it shows')).toMatch(
			/^<svg [^>]*role="img" aria-label="What it shows"/,
		);
	});
});

describe('a diagram that would be drawn wrongly', () => {
	test('an unknown kind', () => {
		expect(diagramFault('\ngrph TD\n A --> B')).toEqual({
			line: 2,
			message:
				'a diagram cannot start with “grph TD”. Start it with graph TD, graph LR, sequenceDiagram, stateDiagram-v2, classDiagram or erDiagram.',
		});
	});
	test('a line that the renderer would skip or guess at, named by its place', () => {
		expect(diagramFault('graph TD\n A[Client] --> B\n B-->C{OK?}\n A[open --> B')).toEqual({
			line: 3,
			message:
				'“B-->C{OK?}” is not a line of a graph that can be drawn. Put spaces round arrows, close every bracket, and put labels with brackets or signs between double quotes.',
		});
		expect(diagramFault('graph TD\n A[open --> B')?.line).toBe(2);
		expect(diagramFault('sequenceDiagram\n A->>B hello')?.line).toBe(2);
	});
});

describe('a drawing', () => {
	const svg = drawDiagram('graph TD\n A --> B', 'd7', 'A & "B" < C');
	test('brings no style, font or colour of its own', () => {
		expect(svg).not.toMatch(/<style|@import|style="/);
	});
	test('keeps its ids apart from those of the other drawings on the page', () => {
		expect([...svg.matchAll(/ id="([^"]+)"/g)].every(([, id]) => id!.startsWith('d7-'))).toBe(true);
		expect(svg).toContain('url(#d7-arrowhead)');
	});
	test('leaves the numbers of labels alone', () => {
		expect(drawDiagram('graph TD\n A["192.0.2.10"] --> B', 'd1', 'x')).toContain('192.0.2.10');
	});
	test('escapes its text alternative', () => {
		expect(svg).toContain('aria-label="A &amp; &quot;B&quot; &lt; C"');
	});
});
