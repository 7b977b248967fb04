/** How deep a topic goes: what everybody needs, what the job needs, what some jobs need. */
export const LEVELS = ['foundation', 'core', 'advanced'] as const;
export type Level = (typeof LEVELS)[number];

/** An edge to another topic, with its reason. */
export interface Edge {
	topic: string;
	/** What of that topic is used here, or why to see it: a clause or a short sentence. */
	because: string;
	/** The line of the page on which the edge stands, for messages. */
	line?: number | undefined;
}

/** A topic that has a page. */
export interface Topic {
	/** Its permanent name, and its address: `/<id>/`. */
	id: string;
	/** The page's path from the project's root. */
	file: string;
	section: string;
	title: string;
	description: string;
	level: Level;
	prerequisites: Edge[];
	related: Edge[];
	outcomes: string[];
	aliases: string[];
	practice: 'small' | 'medium' | 'large';
	sources: { title: string; url: string; kind: string; checked: string }[];
	/** The day of the last check of its facts, such as `2026-11-20`. */
	reviewed: string;
	/** Reading time. */
	minutes: number;
}

/** A section that has a page. */
export interface Section {
	id: string;
	file: string;
	title: string;
	description: string;
	promise: string;
}

/** A topic of the curriculum, whether or not it has a page yet. */
export interface PlannedTopic {
	id: string;
	title: string;
	level: Level;
	needs: string[];
	teach: string[];
	show: string;
}

/** The whole plan: sections and their topics, in the order of the curriculum. */
export interface Curriculum {
	sections: { id: string; title: string; promise: string; topics: PlannedTopic[] }[];
}

/** Something wrong with the content, where it is, and how to mend it. */
export interface Problem {
	file: string;
	line?: number | undefined;
	message: string;
}

/** All that is wrong, in one error: a line for each problem, `file:line: message`. */
export class ProblemsError extends Error {
	override name = 'ProblemsError';
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		const lines = problems.map(
			({ file, line, message }) => `${file}${line ? `:${line}` : ''}: ${message}`,
		);
		super(
			`${problems.length === 1 ? '1 problem' : `${problems.length} problems`} in the handbook:\n${lines.join('\n')}`,
		);
		this.problems = problems;
	}
}
