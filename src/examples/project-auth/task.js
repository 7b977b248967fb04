/** What is answered when a request is refused: problem details, RFC 9457. */
export class Problem extends Error {
	constructor(status, title, { errors, headers } = {}) {
		super(title);
		this.status = status;
		this.headers = headers;
		this.body = { title, status, errors };
	}
}

/** What is wrong with a text of at most so many characters, or undefined. */
export function wrongText(value, most) {
	if (typeof value !== 'string' || value.trim() === '') return 'must be a text that is not empty';
	if ([...value.trim()].length > most) return `must have at most ${most} characters`;
	if (!value.isWellFormed() || value.includes('\0')) return 'cannot be stored';
}

// #region rules
/** For each field what is wrong with a value, or undefined. */
const rules = {
	title: (value) => wrongText(value, 200),
	done: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
	due: (value) =>
		value === null || isDay(value) ? undefined : 'must be a day such as 2026-03-09, or null',
};

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text) {
	if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
	if (text.startsWith('0000')) return false; // PostgreSQL has no year 0
	const date = new Date(text);
	return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}
// #endregion rules

// #region parse
/** The fields that were sent, if all of them are right by these rules. */
export function checked(body, known) {
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw new Problem(422, 'Send an object');
	const errors = Object.create(null); // even __proto__ is only a name here
	for (const [field, value] of Object.entries(body)) {
		const wrong = Object.hasOwn(known, field) ? known[field](value) : 'is not known';
		if (wrong) errors[field] = wrong;
	}
	if (Object.keys(errors).length) throw new Problem(422, 'Some fields are not valid', { errors });
	return body;
}

/** The same, and every field of the rules must be there. */
export const whole = (body, known) =>
	checked({ ...Object.fromEntries(Object.keys(known).map((name) => [name])), ...body }, known);

/** What to change of a task. */
export function changes(body) {
	const sent = checked(body, rules);
	return 'title' in sent ? { ...sent, title: sent.title.trim() } : sent;
}

/** A whole new task: what was not sent has its usual value. */
export const newTask = (body) => ({
	done: false,
	due: null,
	...changes({ title: undefined, ...body }),
});
// #endregion parse

// #region list
/** Which part of the list is wanted, from the query of the address. */
export function part(query) {
	const limit = Number(query.get('limit') ?? 20);
	const after = query.has('after') ? idOf(query.get('after')) : null;
	const done = query.has('done') ? { true: true, false: false }[query.get('done')] : null;
	const errors = Object.create(null);
	if (!Number.isInteger(limit) || limit < 1 || limit > 100) errors.limit = 'must be from 1 to 100';
	if (after === undefined) errors.after = 'must be the id of a task';
	if (done === undefined) errors.done = 'must be true or false';
	for (const name of query.keys())
		if (!['limit', 'after', 'done'].includes(name)) errors[name] = 'is not known';
	if (Object.keys(errors).length)
		throw new Problem(400, 'Some parameters are not valid', { errors });
	return { limit, after, done };
}

/** The number in an address, or undefined if no task can have it. */
export function idOf(text) {
	const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
	return id <= 2_147_483_647 ? id : undefined; // the largest int of PostgreSQL
}
// #endregion list
