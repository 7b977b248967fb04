import { describe, expect, test } from 'vitest';
import { readHandbook } from '../../src/read-handbook.ts';
import { ProblemsError } from '../../src/roadmap/types.ts';

const CURRICULUM = `
sections:
  - id: internet
    title: Internet
    promise: x
    topics:
      - { id: dns, title: DNS, level: foundation, needs: [], teach: [names], show: x }
      - { id: http, title: HTTP, level: foundation, needs: [dns], teach: [requests], show: x }
      - { id: tls, title: TLS, level: core, needs: [http], teach: [keys], show: x }
`;
const DESCRIPTION =
	'How a name becomes an address, who answers for it, and why the old answer lingers.';
const FRONT = `title: DNS
description: ${DESCRIPTION}
level: foundation
prerequisites: []
outcomes: [Trace a name, Read a zone, Predict a cache]
aliases: [NXDOMAIN]
practice: small
sources:
  - { title: RFC 1034, url: "https://www.rfc-editor.org/rfc/rfc1034", kind: rfc, checked: 2026-11-20 }
reviewed: 2026-11-20`;
const BODY = '## A lookup {#lookup}\n\nText.\n';
const SECTION = {
	file: 'src/content/docs/internet/index.mdx',
	source: `---\ntitle: Internet\ndescription: ${DESCRIPTION}\npromise: What happens.\n---\n\nText.\n`,
};
const page = (front = FRONT, body = BODY, file = 'internet/dns.mdx') => ({
	file: `src/content/docs/${file}`,
	source: `---\n${front}\n---\n\n${body}`,
});
/** The line of the file on which the body starts. */
const BODY_LINE = FRONT.split('\n').length + 4;

function problems(...files: { file: string; source: string }[]): string[] {
	try {
		readHandbook([SECTION, ...files], CURRICULUM);
		return [];
	} catch (error) {
		if (!(error instanceof ProblemsError)) throw error;
		return error.problems.map(
			({ file, line, message }) =>
				`${file.replace('src/content/docs/', '')}:${line ?? ''} ${message}`,
		);
	}
}
const front = (find: string, replace: string) => problems(page(FRONT.replace(find, replace)));
const body = (text: string) => problems(page(FRONT, text));

test('a page that fits has no problems, and its reading time is computed', () => {
	const { graph, derived } = readHandbook(
		[SECTION, page(FRONT, `${BODY}\n${'word '.repeat(2380)}`)],
		CURRICULUM,
	);
	expect(derived.get('dns')).toEqual({ minutes: 10 });
	expect(graph.topic('dns')?.minutes).toBe(10);
});

describe('frontmatter', () => {
	test('a misspelt field', () => {
		expect(front('practice:', 'pratice:')).toEqual([
			'internet/dns.mdx:1 practice: this field is missing. Choose one of small, medium, large.',
			'internet/dns.mdx:8 pratice: a topic has no such field. Did you mean “practice”?',
		]);
	});
	test('a misspelt field of a source', () => {
		expect(front('checked:', 'cheked:')).toEqual([
			'internet/dns.mdx:10 sources.0.checked: this field is missing. Add checked: with text.',
			'internet/dns.mdx:10 sources.0.cheked: a topic has no such field. Did you mean “checked”?',
		]);
	});
	test('a missing field', () => {
		expect(front('aliases: [NXDOMAIN]\n', '')).toEqual([
			'internet/dns.mdx:1 aliases: this field is missing. Add aliases: with a list.',
		]);
	});
	test('a description that is too short', () => {
		expect(front(DESCRIPTION, 'Names.')).toEqual([
			'internet/dns.mdx:3 description: it has 6 characters. Write one sentence of 70 to 160 that says what the reader gains.',
		]);
	});
	test('a level that does not exist', () => {
		expect(front('level: foundation', 'level: fundation')).toEqual([
			'internet/dns.mdx:4 level: “fundation” is none of foundation, core, advanced. Did you mean “foundation”?',
		]);
	});
	test('a day that does not exist, is no day, or is to come', () => {
		expect(front('reviewed: 2026-11-20', 'reviewed: 2026-02-30')).toEqual([
			'internet/dns.mdx:11 reviewed: there is no day 2026-02-30.',
		]);
		expect(front('reviewed: 2026-11-20', 'reviewed: 20 November')).toEqual([
			'internet/dns.mdx:11 reviewed: “20 November” is not a day. Write it as 2026-11-20.',
		]);
		expect(front('reviewed: 2026-11-20', 'reviewed: 2999-01-01')).toEqual([
			'internet/dns.mdx:11 reviewed: 2999-01-01 is in the future. Write the day on which it was checked.',
		]);
	});
	test('too few outcomes, and one that is not something to do', () => {
		expect(front('[Trace a name, Read a zone, Predict a cache]', '[Trace a name, names]')).toEqual([
			'internet/dns.mdx:6 outcomes.1: “names” does not start with a verb. Write what the reader can do: “Trace a name from the root to its address.”',
			'internet/dns.mdx:6 outcomes: there are 2 outcomes. Write three to six.',
		]);
	});
	test('an alias twice', () => {
		expect(front('[NXDOMAIN]', '[NXDOMAIN, nxdomain]')).toEqual([
			'internet/dns.mdx:7 aliases: “nxdomain” stands here twice. Keep one.',
		]);
	});
	test('a source without encryption', () => {
		expect(front('https://', 'http://')).toEqual([
			'internet/dns.mdx:10 sources.0.url: “http://www.rfc-editor.org/rfc/rfc1034” is not an address that starts with https://.',
		]);
	});
	test('a list where text belongs', () => {
		expect(front('title: DNS', 'title: [DNS]')).toEqual([
			'internet/dns.mdx:2 title: found a list or fields where text belongs.',
		]);
	});
	test('what is not YAML, and none at all', () => {
		expect(front('title: DNS', 'title: DNS: names')).toEqual([
			'internet/dns.mdx:2 this frontmatter is not YAML: Nested mappings are not allowed in compact mappings. Values with : or # in them stand between quotation marks.',
		]);
		expect(problems({ file: 'src/content/docs/internet/dns.mdx', source: BODY })[0]).toBe(
			'internet/dns.mdx:1 the page has no frontmatter. Start it with --- and the fields title and description, and close it with ---.',
		);
	});
	test('an unknown prerequisite, by its line', () => {
		expect(
			front('prerequisites: []', 'prerequisites:\n  - topic: tcpip\n    because: It is used.'),
		).toEqual([
			'internet/dns.mdx:6 there is no topic “tcpip” to be a prerequisite. npm run new -- --list names those without a page.',
		]);
	});
	test('two files with one id', () => {
		expect(problems(page(), page(FRONT, BODY, 'internet/old/dns.mdx'))).toEqual([
			'internet/old/dns.mdx: the id “dns” is also that of src/content/docs/internet/dns.mdx, so both pages want the address /dns/. Rename one of the files.',
		]);
	});
});

describe('text', () => {
	test('MDX that cannot be read', () => {
		expect(body('Text.\n\nUse {braces\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE + 2} this MDX cannot be read: Unexpected end of file in expression, expected a corresponding closing brace for \`{\`. Close every tag, and put code that has { or < in it between backticks.`,
		]);
	});
	test('a heading without an id, and an id twice', () => {
		expect(body('## How a lookup works\n\n## One {#a}\n\n## Two {#a}\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE} the heading “How a lookup works” has no id. Write one behind it: ## How a lookup works {#lookup-works}`,
			`internet/dns.mdx:${BODY_LINE + 4} the heading id “a” is used already on line ${BODY_LINE + 2}. Give each heading its own.`,
		]);
	});
	test('an id that a part of every page has', () => {
		expect(body('## What stands beside it {#around}\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE} the heading id “around” belongs to a part of every page. Choose another, such as “what-stands”.`,
		]);
	});
	test('a heading that skips a level', () => {
		expect(body('## One {#one}\n\n#### Two {#two}\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE + 2} the heading “Two” skips a level: it has 4 # under one of 2. Use 3.`,
		]);
	});
	test('an unknown component', () => {
		expect(body('<Quesion id="a">\n\nText.\n\n</Quesion>\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE} <Quesion> is not a component. Did you mean “Question”? There are Question, Choice, Answer, Exercise, Check, Solution, Term, Listing.`,
		]);
	});
	test('a link to a missing page, a missing fragment, and a page in preparation', () => {
		expect(
			body(`${BODY}\n[a](/dnss/) [b](/dns/#lokup) [c](#nowhere) [d](/http/) [e](dns.html)\n`),
		).toEqual([
			`internet/dns.mdx:${BODY_LINE + 4} the link “dns.html” is not an address of the handbook. Write /<topic>/ or /<topic>/#<heading id>, with the slash before the #.`,
		]);
		expect(body(`${BODY}\n[a](/dnss/) [b](/dns/#lokup) [c](#nowhere) [d](/http/)\n`)).toEqual([
			`internet/dns.mdx:${BODY_LINE + 4} there is no page /dnss/. Did you mean /dns/?`,
			`internet/dns.mdx:${BODY_LINE + 4} the page /dns/ has no heading with the id “lokup”. Did you mean “lookup”?`,
			`internet/dns.mdx:${BODY_LINE + 4} the page /dns/ has no heading with the id “nowhere”. It has lookup.`,
			`internet/dns.mdx:${BODY_LINE + 4} the page /http/ is not written yet. Use <Term topic="http">, which links once it is.`,
		]);
	});
	test('a term of the curriculum may wait for its page, another may not', () => {
		expect(body(`${BODY}\n<Term topic="http">request</Term>\n`)).toEqual([]);
		expect(body(`${BODY}\n<Term topic="htpp">request</Term>\n`)).toEqual([
			`internet/dns.mdx:${BODY_LINE + 4} there is no page /htpp/. Did you mean /http/?`,
		]);
	});
	test('questions that cannot be answered', () => {
		const question = (attributes: string, inside: string) =>
			body(`${BODY}\n<Question ${attributes}>\n\nWhy?\n\n${inside}\n\n</Question>\n`).map((text) =>
				text.replace(`internet/dns.mdx:${BODY_LINE + 4} `, ''),
			);
		const choice = (more: string) => `<Choice ${more}>\n\nBecause.\n\n</Choice>`;
		const good = `${choice('text="a"')}\n${choice('correct text="b"')}`;
		expect(question('id="a" see="lookup"', good)).toEqual([]);
		expect(question('id="a" see="lokup"', good)).toEqual([
			'this question says see="lokup", but no heading of the page has that id. Did you mean “lookup”?',
		]);
		expect(question('id="a"', good)).toEqual([
			'the question “a” does not say see="<heading id>": where the page explains its answer.',
		]);
		expect(question('see="lookup"', good)).toEqual([
			'this <Question> needs an id of small letters, digits and hyphens: id="old-ttl".',
		]);
		expect(question('id="a" see="lookup"', choice('text="a"') + choice('text="b"'))).toEqual([
			'the question “a” has 0 choices marked correct. Mark exactly one.',
		]);
		expect(question('id="a" see="lookup"', 'Nothing.')).toEqual([
			'the question “a” has no answer. Give it <Choice>s, or one <Answer>.',
		]);
	});
	test('a table with a column that nobody can name', () => {
		expect(body(`${BODY}\n| | b |\n| --- | --- |\n| 1 | 2 |\n`)).toEqual([
			`internet/dns.mdx:${BODY_LINE + 4} a column of this table has no heading. Write what its cells have in common.`,
		]);
	});
	test('a diagram that does not parse, by the line inside of it', () => {
		expect(body('```mermaid alt="x"\ngraph TD\n  A --> B\n  B --> [C\n```\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE + 3} “B --> [C” is not a line of a graph that can be drawn. Put spaces round arrows, close every bracket, and put labels with brackets or signs between double quotes.`,
		]);
	});
	test('a diagram without a text alternative', () => {
		expect(body('```mermaid\ngraph TD\n  A --> B\n```\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE} this diagram has no text alternative. Write \`\`\`mermaid alt="What it shows, in a sentence."`,
		]);
	});
	test('a runnable language that does not say how it runs', () => {
		expect(body('```js\nconsole.log(1)\n```\n')).toEqual([
			`internet/dns.mdx:${BODY_LINE} a reader could run js, so the fence must say run, file="..." or skip="why it is not run".`,
		]);
	});
});

describe('the curriculum', () => {
	const wrong = (find: string, replace: string) => {
		try {
			readHandbook([SECTION, page()], CURRICULUM.replace(find, replace));
			return [];
		} catch (error) {
			return (error as ProblemsError).problems.map(({ message }) => message);
		}
	};
	test('an unknown, circular or implied need', () => {
		expect(wrong('needs: [http]', 'needs: [htp]')).toEqual([
			'tls needs “htp”, which does not exist. Did you mean “http”?',
		]);
		expect(wrong('needs: [],', 'needs: [tls],')[0]).toBe(
			'dns needs “tls”, which needs dns in turn. Remove one of the two.',
		);
		expect(wrong('needs: [http]', 'needs: [http, dns]')).toEqual([
			'tls needs “dns”, which “http” implies. Remove it.',
		]);
	});
	test('a field that does not fit, by the ids above it', () => {
		expect(wrong('level: core', 'level: cor')[0]).toMatch(/^internet\/tls\/level: Invalid option/);
	});
});
