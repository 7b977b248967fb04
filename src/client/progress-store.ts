import renamed from '../renamed.json';
import { emptyProgress, mergeProgress, readProgress, type Progress } from '../roadmap/progress.ts';

const KEY = 'handbook-progress';
/** Followed by the moment at which it was set aside. */
const ASIDE = 'handbook-progress-set-aside-';

/** Progress as pages show it, with what the reader has to be told about its keeping. */
export interface Kept {
	progress: Progress;
	trouble?: string | undefined;
}

const NOT_KEPT =
	'This browser does not let the page keep anything, as in some private windows or on a full disk. Your marks last until you close this page; you can export them under Progress.';

/**
 * The reader's progress in this browser. It is read anew before every change, so that tabs agree. What cannot be read is
 * set aside under a name of its own before anything is written over it.
 */
class ProgressStore {
	/** What could not be written is not lost while the page is open. */
	#memory = emptyProgress();
	#trouble: string | undefined;
	#listeners = new Set<(kept: Kept) => void>();

	constructor() {
		addEventListener('storage', ({ key }) => {
			if (key === KEY || key === null) this.#tell();
		});
		// A page that comes back from the browser's memory may have missed what other tabs wrote.
		addEventListener('pageshow', ({ persisted }) => persisted && this.#tell());
	}

	/** Calls the listener now and whenever progress changes, here or in another tab. */
	subscribe(listener: (kept: Kept) => void): void {
		this.#listeners.add(listener);
		listener(this.read());
	}

	/** What is kept now. */
	read(): Kept {
		let text: string | null;
		try {
			text = localStorage.getItem(KEY);
		} catch {
			return { progress: this.#memory, trouble: this.#trouble ?? NOT_KEPT };
		}
		const unwritten = this.#trouble === NOT_KEPT ? this.#memory : emptyProgress();
		if (text === null) return { progress: unwritten, trouble: this.#trouble };
		const { progress, problem } = readProgress(text, renamed);
		if (problem === undefined)
			return { progress: mergeProgress(progress, unwritten), trouble: this.#trouble };
		try {
			localStorage.setItem(ASIDE + new Date().toISOString(), text);
			localStorage.setItem(KEY, JSON.stringify(progress));
			this.#trouble = `A part of your saved progress could not be read and was set aside, not deleted: see Progress. ${problem}`;
		} catch {
			this.#trouble = NOT_KEPT;
		}
		return { progress, trouble: this.#trouble };
	}

	/** Changes what is kept. A failure to write is told through the listeners. */
	update(change: (progress: Progress) => Progress): void {
		const next = change(this.read().progress);
		this.#memory = next;
		try {
			localStorage.setItem(KEY, JSON.stringify(next));
			if (this.#trouble === NOT_KEPT) this.#trouble = undefined;
		} catch {
			this.#trouble = NOT_KEPT;
		}
		this.#tell();
	}

	/** What was set aside because it could not be read, the latest first. */
	setAside(): { name: string; at: string; text: string }[] {
		try {
			return Object.keys(localStorage)
				.filter((name) => name.startsWith(ASIDE))
				.sort()
				.reverse()
				.map((name) => ({ name, at: name.slice(ASIDE.length), text: localStorage.getItem(name)! }));
		} catch {
			return [];
		}
	}

	/** Deletes something that was set aside, when the reader asks for it. */
	forget(name: string): void {
		localStorage.removeItem(name);
		this.#trouble = undefined;
		this.#tell();
	}

	#tell(): void {
		const kept = this.read();
		for (const listener of this.#listeners) listener(kept);
	}
}

/** The one store of a page. */
export const progress = new ProgressStore();
export { renamed };
