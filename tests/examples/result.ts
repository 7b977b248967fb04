import type { Ended } from './processes.ts';

/** What became of a block. */
export interface Result {
	/** What it printed. */
	output: string;
	/** What went wrong beyond what the block was to show; ends the page. */
	problem?: string;
	/** Whether the program said that it failed. */
	failed: boolean;
	/** In words, how it ended: `exit status 1`. */
	ending: string;
	/** What was executed, for messages: the command that failed or the program. */
	command?: string;
}

/** A result from how a program ended. */
export function resultOf(ended: Ended, command: string): Result {
	return {
		output: ended.output,
		failed: ended.status !== 0,
		ending: `exit status ${ended.status}`,
		command,
		...(ended.problem === undefined ? {} : { problem: ended.problem }),
	};
}
