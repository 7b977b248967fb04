/**
 * A strict reading of the Mermaid subset that pages may use. The renderer skips lines that it does
 * not understand and guesses at others, so a typing error would silently change a diagram.
 */
const NAME = String.raw`[A-Za-z]\w*`;
const LABEL = String.raw`(?:"[^"]*"|[^"[\](){}|<>]+)`;
const SHAPES = [
	`\\[${LABEL}\\]`,
	`\\(${LABEL}\\)`,
	`\\{${LABEL}\\}`,
	`\\(\\[${LABEL}\\]\\)`,
	`\\[\\(${LABEL}\\)\\]`,
	`\\[\\[${LABEL}\\]\\]`,
	`\\(\\(${LABEL}\\)\\)`,
	`\\{\\{${LABEL}\\}\\}`,
];
const NODE = `${NAME}(?:${SHAPES.join('|')})?`;
const NODES = `${NODE}(?:\\s+&\\s+${NODE})*`;
const ARROW = String.raw`(?:<?-->|---|-\.->|-\.-|==>|===)(?:\|[^|]+\|)?|-- [^-|>]+ -->`;
const TEXT = String.raw`[^;]+`;

const line = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`);

const FLOWCHART = line(
	`${NODES}(?:\\s+(?:${ARROW})\\s*${NODES})*`,
	`subgraph ${NAME}(?:\\s*\\[${LABEL}\\])?`,
	`subgraph ${TEXT}`,
	'end',
	'direction (?:TB|TD|LR|RL|BT)',
);
const SEQUENCE = line(
	`(?:participant|actor) ${NAME}(?: as ${TEXT})?`,
	`${NAME}\\s*(?:->>|-->>|->|-->|-x|--x|-\\)|--\\))\\s*[+-]?${NAME}\\s*:\\s*${TEXT}`,
	`Note (?:over|left of|right of) ${NAME}(?:,\\s*${NAME})?\\s*:\\s*${TEXT}`,
	`(?:loop|alt|else|opt|par|and|critical|option|break|rect)(?: ${TEXT})?`,
	`(?:activate|deactivate) ${NAME}`,
	'end',
	'autonumber',
);
const STATE = line(
	`(?:\\[\\*\\]|${NAME})\\s*-->\\s*(?:\\[\\*\\]|${NAME})(?:\\s*:\\s*${TEXT})?`,
	`state "[^"]+" as ${NAME}`,
	`state ${NAME} \\{`,
	`${NAME}\\s*:\\s*${TEXT}`,
	`${NAME}`,
	'\\}',
	'direction (?:TB|TD|LR|RL|BT)',
);
const CLASS = line(
	`class ${NAME}(?: \\{)?`,
	'\\}',
	`[+#~-]?[\\w<>~[\\]]+(?: [\\w<>~[\\]]+)*(?:\\([^)]*\\))?(?: [\\w<>~[\\]]+)?`,
	`<<${NAME}>>`,
	`${NAME}\\s*(?:"[^"]+"\\s*)?(?:<\\|--|\\*--|o--|-->|--|\\.\\.>|\\.\\.\\|>|<\\|\\.\\.|--\\|>|--\\*|--o)\\s*(?:"[^"]+"\\s*)?${NAME}(?:\\s*:\\s*${TEXT})?`,
	`${NAME}\\s*:\\s*${TEXT}`,
);
const ENTITY = line(
	`${NAME}(?: \\{)?`,
	'\\}',
	`\\w+(?:\\([\\d,]+\\))? ${NAME}(?: (?:PK|FK|UK)(?:,\\s*(?:PK|FK|UK))*)?(?: "[^"]*")?`,
	`${NAME}\\s+[|}o{]{2}(?:--|\\.\\.)[|}o{]{2}\\s+${NAME}\\s*:\\s*(?:"[^"]+"|[\\w-]+)`,
);

const KINDS: [header: RegExp, grammar: RegExp][] = [
	[/^(?:graph|flowchart) (?:TD|TB|LR|RL|BT)$/, FLOWCHART],
	[/^sequenceDiagram$/, SEQUENCE],
	[/^stateDiagram-v2$/, STATE],
	[/^classDiagram$/, CLASS],
	[/^erDiagram$/, ENTITY],
];

/** A line of a diagram that cannot be read: `line` counts from 1 at the diagram's first line. */
export interface DiagramFault {
	line: number;
	message: string;
}

/**
 * Reads a diagram line by line.
 * @returns The first line that is not Mermaid as pages may use it, or nothing.
 */
export function diagramFault(text: string): DiagramFault | undefined {
	const lines = text.split('\n').map((raw) => raw.trim().replace(/;$/, ''));
	const first = lines.findIndex((l) => l !== '' && !l.startsWith('%%'));
	const header = lines[first] ?? '';
	const kind = KINDS.find(([pattern]) => pattern.test(header));
	if (!kind)
		return {
			line: Math.max(first, 0) + 1,
			message: `a diagram cannot start with “${header}”. Start it with graph TD, graph LR, sequenceDiagram, stateDiagram-v2, classDiagram or erDiagram.`,
		};
	const at = lines.findIndex(
		(l, index) => index > first && l !== '' && !l.startsWith('%%') && !kind[1].test(l),
	);
	if (at === -1) return undefined;
	return {
		line: at + 1,
		message: `“${lines[at]}” is not a line of a ${header.split(' ')[0]} that can be drawn. Put spaces round arrows, close every bracket, and put labels with brackets or signs between double quotes.`,
	};
}
