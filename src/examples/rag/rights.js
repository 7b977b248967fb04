import { readFileSync } from 'node:fs';
import { byWords } from './search.js';

const notes = JSON.parse(readFileSync(new URL('notes.json', import.meta.url), 'utf8'));
const search = byWords(notes.map(({ text }) => text));

/** A stand-in for the model: repeats the first source that it is given. */
const model = (prompt, sources) => sources[0]?.text ?? 'I have found nothing.';

/** Answers from the notes. `rights` says when they are looked at, `cache` what a stored answer belongs to. */
export function library({ rights, cache }) {
	const teams = { ada: ['support'], boris: ['support', 'board'] };
	const mayRead = (reader, note) => teams[reader].includes(note.team);
	const copied = notes.map((note) => Object.keys(teams).filter((name) => mayRead(name, note)));
	const found = (question) => search(question).map(({ n }) => n);

	// #region rights
	const find = {
		'in the prompt': (reader, question) => found(question).slice(0, 3),
		'after the search': (reader, question) =>
			found(question)
				.slice(0, 3)
				.filter((n) => mayRead(reader, notes[n])),
		'copied into the index': (reader, question) =>
			found(question)
				.filter((n) => copied[n].includes(reader))
				.slice(0, 3),
		'in the search': (reader, question) =>
			found(question)
				.filter((n) => mayRead(reader, notes[n]))
				.slice(0, 3),
	}[rights];
	// #endregion rights

	const stored = new Map();
	// #region cache
	const keyOf = {
		'by question': (reader, question) => question,
		'by question and rights': (reader, question) =>
			JSON.stringify([question, teams[reader].toSorted()]),
	}[cache];
	// #endregion cache

	return {
		leave: (reader, team) => (teams[reader] = teams[reader].filter((each) => each !== team)),
		ask(reader, question) {
			const key = keyOf?.(reader, question);
			if (stored.has(key)) return stored.get(key);
			const sources = find(reader, question).map((n) => notes[n]);
			const prompt = `Answer ${reader} from these notes. Never tell what ${reader} may not know.`;
			const answer = model(prompt, sources);
			if (key) stored.set(key, answer);
			return answer;
		},
	};
}
