/** What a reader has marked and answered, kept in the reader's own browser. */
export interface Progress {
	version: typeof VERSION;
	/** By topic id. `none` is a mark that was taken back, kept so that a merge does not bring it back. */
	topics: Record<string, Mark>;
	/** What the reader wants to reach: ids of topics or sections. */
	goals: { ids: string[]; at: string };
	/** Answered questions by `topic#question`, as the review scheduler keeps them. */
	cards: Record<string, ReviewCard>;
}

export const MARKS = ['learned', 'known', 'none'] as const;
export interface Mark {
	state: (typeof MARKS)[number];
	/** When it was set, in ISO 8601 and UTC. */
	at: string;
}

/** What ts-fsrs keeps of a question between reviews, dates in ISO 8601; `last_review` is when it was last answered. */
export interface ReviewCard {
	due: string;
	stability: number;
	difficulty: number;
	scheduled_days: number;
	learning_steps: number;
	reps: number;
	lapses: number;
	state: number;
	last_review: string;
}

export const VERSION = 1;

/** Nothing marked and nothing answered. */
export const emptyProgress = (): Progress => ({
	version: VERSION,
	topics: {},
	goals: { ids: [], at: new Date(0).toISOString() },
	cards: {},
});

/** What could be read of saved progress, and what is wrong with the rest, in a sentence for the reader. */
export interface ProgressReading {
	progress: Progress;
	problem?: string | undefined;
}

/**
 * Reads saved progress. Never throws: what is damaged is left out and told, so that the caller can keep the text.
 * @param renamed Ids that topics had before, with those they have now.
 */
export function readProgress(
	text: string,
	renamed: Readonly<Record<string, string>> = {},
): ProgressReading {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return { progress: emptyProgress(), problem: 'It is not JSON: it was cut off or edited.' };
	}
	if (!isRecord(data) || typeof data['version'] !== 'number')
		return { progress: emptyProgress(), problem: 'It is not progress saved by this handbook.' };
	if (data['version'] > VERSION)
		return {
			progress: emptyProgress(),
			problem: `It was saved by a newer version of the handbook (format ${data['version']}, this page reads ${VERSION}). Reload the page to get the newer version.`,
		};
	const progress = emptyProgress();
	const faults: string[] = [];
	const entries = (field: string) => {
		const value = data[field];
		if (value !== undefined && !isRecord(value)) faults.push(field);
		return isRecord(value) ? Object.entries(value) : [];
	};
	const now = (id: string) => (Object.hasOwn(renamed, id) ? renamed[id]! : id);
	for (const [id, mark] of entries('topics'))
		if (isId(id) && isMark(mark)) {
			const { state, at } = mark;
			progress.topics[now(id)] = later(progress.topics[now(id)], { state, at }, (m) => m.at);
		} else faults.push(`the mark of “${id}”`);
	for (const [key, card] of entries('cards')) {
		const [topic = '', question] = key.split('#');
		if (isId(topic) && question && isCard(card)) {
			const name = `${now(topic)}#${question}`;
			progress.cards[name] = later(progress.cards[name], pick(card), (c) => c.last_review);
		} else faults.push(`the answer to “${key}”`);
	}
	const goals = data['goals'];
	if (isRecord(goals) && isTime(goals['at']) && isIds(goals['ids']))
		progress.goals = { ids: [...new Set(goals['ids'].map(now))], at: goals['at'] };
	else if (goals !== undefined) faults.push('the goals');
	return {
		progress,
		problem: faults.length
			? `${faults.length === 1 ? 'One entry' : `${faults.length} entries`} could not be read: ${faults.slice(0, 3).join(', ')}${faults.length > 3 ? ' and more' : ''}.`
			: undefined,
	};
}

/**
 * Joins two states of progress, as from two tabs, devices or files: of each entry the later one stays.
 * In whatever order and however often states are merged, the result is the same.
 */
export function mergeProgress(a: Progress, b: Progress): Progress {
	const join = <T>(x: Record<string, T>, y: Record<string, T>, at: (entry: T) => string) => {
		const all: Record<string, T> = { ...x };
		for (const [id, entry] of Object.entries(y)) all[id] = later(all[id], entry, at);
		return all;
	};
	return {
		version: VERSION,
		topics: join(a.topics, b.topics, (mark) => mark.at),
		goals: later(a.goals, b.goals, (goals) => goals.at),
		cards: join(a.cards, b.cards, (card) => card.last_review),
	};
}

/** The ids of the topics that are marked as learned or known. */
export function markedTopics(progress: Progress): string[] {
	return Object.entries(progress.topics)
		.filter(([, { state }]) => state !== 'none')
		.map(([id]) => id);
}

/** The later of two entries; of two at the same moment the same one, whichever comes first. */
function later<T>(a: T | undefined, b: T, at: (entry: T) => string): T {
	if (a === undefined) return b;
	const [x, y] = [Date.parse(at(a)), Date.parse(at(b))];
	return x === y ? (JSON.stringify(a) >= JSON.stringify(b) ? a : b) : x > y ? a : b;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isId = (id: unknown): id is string =>
	typeof id === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id !== 'constructor';
const isIds = (ids: unknown): ids is string[] => Array.isArray(ids) && ids.every(isId);
const isTime = (time: unknown): time is string =>
	typeof time === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time) && !isNaN(Date.parse(time));
const isMark = (mark: unknown): mark is Mark =>
	isRecord(mark) && MARKS.includes(mark['state'] as Mark['state']) && isTime(mark['at']);

const NUMBERS = [
	'stability',
	'difficulty',
	'scheduled_days',
	'learning_steps',
	'reps',
	'lapses',
	'state',
] as const;
const isCard = (card: unknown): card is ReviewCard =>
	isRecord(card) &&
	isTime(card['due']) &&
	isTime(card['last_review']) &&
	// JSON writes no infinity, but reads 1e999 as one.
	NUMBERS.every((field) => Number.isFinite(card[field]) && (card[field] as number) >= 0) &&
	[0, 1, 2, 3].includes(card['state'] as number);
const pick = (card: ReviewCard): ReviewCard => ({
	due: card.due,
	stability: card.stability,
	difficulty: card.difficulty,
	scheduled_days: card.scheduled_days,
	learning_steps: card.learning_steps,
	reps: card.reps,
	lapses: card.lapses,
	state: card.state,
	last_review: card.last_review,
});
