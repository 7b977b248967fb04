/** What is answered when a request is refused: problem details, RFC 9457. */
export class Problem extends Error {
	constructor(status, title, { errors, headers } = {}) {
		super(title);
		this.status = status;
		this.headers = headers;
		this.body = { title, status, errors };
	}
}

// #region rules
/** What neither PostgreSQL's text nor XML can hold. */
const UNFIT = /[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/u;

const text = (most) => (value) => {
	if (typeof value !== 'string' || value.trim() === '') return 'must be a text that is not empty';
	if ([...value.trim()].length > most) return `must have at most ${most} characters`;
	if (!value.isWellFormed() || UNFIT.test(value)) return 'has characters that cannot be shown';
};

const isSlug = (value) =>
	typeof value === 'string' && value.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
const slug = (value) => (isSlug(value) ? undefined : 'must be words such as my-first-post');
const tags = (value) =>
	Array.isArray(value) && value.length <= 10 && value.every(isSlug)
		? undefined
		: 'must be at most 10 words such as sql';

export const rules = {
	post: { slug, title: text(200), body: text(20_000), tags },
	change: { title: text(200), body: text(20_000), tags },
	comment: { name: text(100), body: text(2000) },
	login: { email: text(254), password: text(200) },
};
// #endregion rules

/** The fields that were sent, trimmed, if all of them are right by these rules. */
export function checked(sent, known) {
	if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
		throw new Problem(422, 'Send an object');
	const errors = Object.create(null); // even __proto__ is only a name here
	for (const [field, value] of Object.entries(sent)) {
		const wrong = Object.hasOwn(known, field) ? known[field](value) : 'is not known';
		if (wrong) errors[field] = wrong;
	}
	if (Object.keys(errors).length) throw new Problem(422, 'Some fields are not valid', { errors });
	return Object.fromEntries(
		Object.entries(sent).map(([field, value]) => [field, value.trim?.() ?? [...new Set(value)]]),
	);
}

/** The same, and every field of the rules must be there. */
export const whole = (sent, known) =>
	checked({ ...Object.fromEntries(Object.keys(known).map((name) => [name])), ...sent }, known);

// #region cursor
/** The place after a post in the list, for an address. */
export const cursorAfter = ({ place, id }) => Buffer.from(`${place} ${id}`).toString('base64url');

/** What a cursor says, or undefined if it is none of ours. */
export function placeOf(cursor) {
	const said = Buffer.from(cursor, 'base64url').toString();
	const [, place, id] = /^(\d{4}-\d\d-\d\dT[\d:]{8}\.\d{6}Z) ([1-9]\d{0,8})$/.exec(said) ?? [];
	const date = new Date(place);
	if (Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 19) !== place.slice(0, 19))
		return undefined;
	return { place, id: Number(id) };
}
// #endregion cursor

/** Which part of the list is wanted, from the query of the address. */
export function part(query) {
	const limit = Number(query.get('limit') ?? 20);
	const after = query.has('after') ? placeOf(query.get('after')) : null;
	const tag = query.get('tag');
	const errors = Object.create(null);
	if (!Number.isInteger(limit) || limit < 1 || limit > 100) errors.limit = 'must be from 1 to 100';
	if (after === undefined) errors.after = 'must be from a link to the next page';
	if (tag !== null && !isSlug(tag)) errors.tag = 'must be a word such as sql';
	refuseOthers(query, ['limit', 'after', 'tag'], errors);
	return { limit, after, tag };
}

/** What is searched for. */
export function words(query) {
	const errors = Object.create(null);
	const wrong = text(200)(query.get('q'));
	if (wrong) errors.q = wrong;
	refuseOthers(query, ['q'], errors);
	return query.get('q');
}

function refuseOthers(query, known, errors) {
	for (const name of query.keys()) if (!known.includes(name)) errors[name] = 'is not known';
	if (Object.keys(errors).length)
		throw new Problem(400, 'Some parameters are not valid', { errors });
}
