// #region measure
/** In which place the first text stands that answers; Infinity if none does. */
export function place(list, texts, { says }) {
	const at = list.findIndex(({ n }) => texts[n].includes(says));
	return at < 0 ? Infinity : at + 1;
}

/** For how many questions an answering text is among the first `count`: the recall. */
export const recall = (search, texts, questions, count) =>
	questions.filter((each) => place(search(each.question), texts, each) <= count).length;

/** The same, when `room` letters may go to the model, however long the texts are. */
export const recallWithin = (search, texts, questions, room) =>
	questions.filter((each) => {
		let used = 0;
		const sent = search(each.question).filter(({ n }) => (used += texts[n].length) <= room);
		return place(sent, texts, each) < Infinity;
	}).length;
// #endregion measure
