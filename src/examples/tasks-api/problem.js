/** An answer that is an error, as problem details of RFC 9457. */
export class Problem extends Error {
	constructor(status, title, { type = 'about:blank', headers = {}, ...more } = {}) {
		super(title);
		this.status = status;
		this.headers = headers;
		this.body = { type, title, status, ...more };
	}
}

/** What the client sent does not fit: each fault with a pointer to its place. */
export const invalid = (errors) =>
	new Problem(422, 'Some fields are not valid', {
		type: '/problems/invalid-fields',
		errors,
	});
