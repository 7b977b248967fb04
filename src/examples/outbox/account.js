// #region decide
/** What a command leads to, in the light of what has happened. Decides, and changes nothing. */
export function decide(state, command) {
	const { type, cents } = command;
	if (type === 'open') return state.open ? refuse('is open already') : [{ type: 'opened' }];
	if (!state.open) return refuse('there is no such account');
	if (type === 'pay in') return [{ type: 'paid in', cents }];
	if (type === 'withdraw') {
		if (cents > state.balance) return refuse('not enough money');
		return [{ type: 'withdrawn', cents }];
	}
	if (type === 'close') return state.balance === 0 ? [{ type: 'closed' }] : refuse('not empty');
	return refuse(`what is “${type}”?`);
}

const refuse = (reason) => {
	throw new Error(reason);
};
// #endregion decide

// #region apply
export const EMPTY = Object.freeze({ open: false, balance: 0 });

/** The state after an event. Events have happened: nothing can be refused here. */
export function apply(state, { type, cents }) {
	switch (type) {
		case 'opened':
			return { ...state, open: true };
		case 'paid in':
			return { ...state, balance: state.balance + cents };
		case 'withdrawn':
			return { ...state, balance: state.balance - cents };
		case 'closed':
			return { ...state, open: false };
		default:
			return state; // a type that this version does not know
	}
}

export const rebuild = (events, from = EMPTY) => events.reduce(apply, from);
// #endregion apply
