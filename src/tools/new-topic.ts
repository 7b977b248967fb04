/**
 * `npm run new -- <topic id>` makes the page of a topic of the curriculum, with all that a writer must fill in.
 * The build refuses the page until they have. `npm run new -- --list` names the topics without a page.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { nearest } from '../roadmap/nearest.ts';
import type { PlannedTopic } from '../roadmap/types.ts';
import { parseCurriculum } from '../schemas/curriculum.ts';
import { idFromPath } from '../schemas/page.ts';

const DOCS = 'src/content/docs';

const { sections } = parseCurriculum(readFileSync('src/curriculum.yaml', 'utf8'));
const written = new Set(
	globSync(`${DOCS}/**/*.mdx`).map((file) => idFromPath(file.replaceAll('\\', '/'))),
);
const [asked] = process.argv.slice(2);

if (asked === '--list') list();
else if (!asked || asked.startsWith('-'))
	refuse(
		'Say which topic: npm run new -- <topic id>. npm run new -- --list names those without a page.',
	);
else create(asked);

function list(): void {
	for (const { title, topics } of sections) {
		const missing = topics.filter(({ id }) => !written.has(id));
		if (missing.length)
			console.log(`${title}\n${missing.map(({ id, level }) => `  ${id} (${level})`).join('\n')}`);
	}
}

function create(id: string): void {
	const section = sections.find(({ topics }) => topics.some((topic) => topic.id === id));
	const topic = section?.topics.find((candidate) => candidate.id === id);
	if (!section || !topic) {
		const near = nearest(
			id,
			sections.flatMap(({ topics }) => topics.map((candidate) => candidate.id)),
		);
		return refuse(
			`The curriculum has no topic “${id}”.${near ? ` Did you mean “${near}”?` : ' Add it to src/curriculum.yaml first.'}`,
		);
	}
	const file = `${DOCS}/${section.id}/${id}.mdx`;
	if (existsSync(file)) return refuse(`${file} exists already. It is not overwritten.`);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, skeleton(topic));
	console.log(`${file} is made. Fill in what is blank; the build names what is left.`);
	if (!written.has(section.id))
		console.log(`Its section has no page yet: write ${DOCS}/${section.id}/index.mdx too.`);
	for (const need of topic.needs)
		if (!written.has(need))
			console.log(`It needs “${need}”, which has no page yet: npm run new -- ${need}`);
}

function skeleton({ title, level, needs, teach, show }: PlannedTopic): string {
	const today = new Date().toISOString().slice(0, 10);
	const prerequisites = needs.length
		? `prerequisites:\n${needs.map((need) => `  - topic: ${need}\n    because: '' # what of that topic this page uses`).join('\n')}`
		: 'prerequisites: []';
	return `---
title: ${JSON.stringify(title)}
description: '' # one sentence of 70 to 160 characters that says what the reader gains
level: ${level}
${prerequisites}
outcomes: [] # three to six, each starting with a verb
aliases: [] # other words that people search for
practice: # small, medium or large
sources: [] # primary: { title, url, kind, checked: ${today} }
reviewed: ${today}
---

{/* Taught here, by name:
${teach.map((name) => `  - ${name}`).join('\n')}
Shown running: ${show}
Remove this list when the page is done. */}

## The problem, in a heading that says the thing

<Question id="" see="">

</Question>

<Exercise title="">

<Check>

</Check>
<Solution>

</Solution>
</Exercise>
`;
}

function refuse(message: string): void {
	console.error(message);
	process.exitCode = 1;
}
