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

export const TIME_LIMIT = 10_000;

/** A worker that answers each message with one, as a function that asks and waits. */
export function asking<Question, Answer>(worker: Worker): (question: Question) => Promise<Answer> {
	return (question) =>
		new Promise((resolve, reject) => {
			worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
			worker.onerror = (event) => reject(new Error(event.message || 'The engine did not load.'));
			worker.postMessage(question);
		});
}
