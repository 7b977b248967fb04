import { isLive, RUNNABLE } from './fence.ts';
import type { Fence, Runner } from './fence.ts';

const STATEMENTS: ReadonlySet<Runner> = new Set(['sqlite', 'postgres', 'mariadb', 'redis', 'http']);
const SESSIONS: ReadonlySet<Runner> = new Set(['shell', 'sqlite', 'postgres', 'mariadb', 'redis']);
const PLAYGROUNDS: ReadonlySet<Runner> = new Set(['node', 'sqlite', 'postgres']);

/** A combination of words that makes no sense, and what to say of it. */
interface Rule {
	wrong: (fence: Fence) => boolean;
	message: (fence: Fence) => string;
}

const rule = (wrong: Rule['wrong'], message: string | Rule['message']): Rule => ({
	wrong,
	message: typeof message === 'string' ? () => message : message,
});

const isJudged = ({ run, check, schema }: Fence) =>
	run !== undefined || check !== undefined || schema !== undefined;
const isOneOf = (runners: ReadonlySet<Runner>, run: Runner | undefined) =>
	run !== undefined && runners.has(run);

const RULES: readonly Rule[] = [
	rule(
		(fence) =>
			fence.lang === 'output' &&
			(isLive(fence) ||
				fence.skip !== undefined ||
				fence.hidden ||
				fence.from !== undefined ||
				fence.id !== undefined ||
				fence.fails),
		'an output block takes only varies, of, title and mark. The words of the program go on its own fence.',
	),
	rule(
		({ lang, varies }) => lang !== 'output' && varies !== undefined,
		'“varies” belongs on the output block, because it says which parts of the output may differ.',
	),
	rule(
		({ lang, of }) => lang !== 'output' && of !== undefined,
		'“of” belongs on the output block. Name this block with id="...".',
	),
	rule(
		(fence) =>
			fence.skip !== undefined &&
			(isLive(fence) || fence.fails || fence.background || fence.playground),
		'“skip” says that nothing is run, so run, file, check, schema, fails, background and playground cannot stand beside it.',
	),
	rule(
		({ alt, lang }) => alt !== undefined && lang !== 'mermaid',
		'“alt” describes a mermaid diagram. Caption a block with title="...".',
	),
	rule(
		(fence) => RUNNABLE.has(fence.lang) && !isLive(fence) && fence.skip === undefined,
		({ lang }) =>
			`a reader could run ${lang}, so the fence must say run, file="..." or skip="why it is not run".`,
	),
	rule(
		(fence) => fence.fails && !isJudged(fence),
		'“fails” needs run, check or schema: what is not run cannot fail.',
	),
	rule(
		(fence) => fence.hidden && !isLive(fence),
		'“hidden” folds set-up that is run or written. Add run or file, or remove the block.',
	),
	rule(
		(fence) => fence.from !== undefined && !isLive(fence),
		'“from” fills in a block that is run or written. Add run or file, or show the program with <Listing>.',
	),
	rule(({ background, run }) => background && run === undefined, '“background” needs run.'),
	rule(
		({ background, run }) => background && isOneOf(STATEMENTS, run),
		'“background” is for programs. A statement that is left waiting for a lock says waits.',
	),
	rule(
		({ background, fails }) => background && fails,
		'“background” and “fails” contradict each other: one goes on running, the other ends.',
	),
	rule(({ ready, background }) => ready !== undefined && !background, '“ready” needs background.'),
	rule(
		({ session, run }) => session !== undefined && !isOneOf(SESSIONS, run),
		'“session” needs run in a shell, a database or redis.',
	),
	rule(
		({ waits, run }) => waits && run !== 'postgres' && run !== 'redis',
		'“waits” needs run="postgres" or redis run: it is for what is left waiting for another session.',
	),
	rule(
		({ waits, fails }) => waits && fails,
		'“waits” and “fails” contradict each other: the error shows in the block where the waiting ends.',
	),
	rule(
		({ check, file }) => check !== undefined && file === undefined,
		'“check” needs file="...": the program reads a file.',
	),
	rule(
		({ check, run }) => check !== undefined && run !== undefined,
		'“check” and “run” contradict each other. Keep one.',
	),
	rule(
		({ ports, file }) => ports && file === undefined,
		'“ports” fills ports into a file, so it needs file="...".',
	),
	rule(
		({ schema, lang }) => schema !== undefined && !['json', 'yaml', 'yml'].includes(lang),
		'“schema” is for json and yaml.',
	),
	rule(({ to, run }) => to !== undefined && run !== 'http', '“to” is for http run.'),
	rule((fence) => fence.timeout !== undefined && !isJudged(fence), '“timeout” needs run.'),
	rule(
		({ playground, run }) => playground && run === undefined,
		'“playground” needs run: what readers can run is run by the tests too.',
	),
	rule(
		({ playground, run }) => playground && !isOneOf(PLAYGROUNDS, run),
		'“playground” is for JavaScript, TypeScript, and SQL on sqlite or postgres.',
	),
	rule(
		(fence) => fence.id !== undefined && !isJudged(fence),
		'“id” names a block whose output stands elsewhere, so it needs run, check or schema.',
	),
];

/** What is wrong with the words of a fence taken together, if anything is. */
export function contradiction(fence: Fence): string | undefined {
	return RULES.find(({ wrong }) => wrong(fence))?.message(fence);
}
