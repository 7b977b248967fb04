/** What a playground needs of whatever runs its code. */
export interface Engine {
	/**
	 * Runs a block after those that were run before it.
	 * @returns What it printed, an error's message included, as the tool words it.
	 */
	run(code: string): Promise<string>;
	/** Forgets everything and frees the memory. */
	close(): void;
}

/** Tells the reader what is loading: a sentence. */
export type Progress = (message: string) => void;

/** The longest that a block may run, in milliseconds. */
export const TIME_LIMIT = 10_000;

/** What an engine's worker answers: what was printed, or why it could not start. */
type Answer = { printed: string } | { broken: string };

/** In a worker: answers each block that the page sends with what `run` prints of it. */
export function answering(run: (code: string) => Promise<string>): void {
	onmessage = async ({ data }: MessageEvent<string>) => {
		let answer: Answer;
		try {
			answer = { printed: await run(data) };
		} catch (error) {
			answer = { broken: (error as Error).message };
		}
		postMessage(answer);
	};
}

/** In the page: sends a block to a worker and waits for what it prints. Rejects when the worker is broken. */
export function ask(worker: Worker, code: string): Promise<string> {
	return new Promise((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<Answer>) =>
			'printed' in data ? resolve(data.printed) : reject(new Error(data.broken));
		worker.onerror = ({ message }) => reject(new Error(message || 'It did not load.'));
		worker.postMessage(code);
	});
}
