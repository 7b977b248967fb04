import { STATUS_CODES } from 'node:http';

/**
 * An answer that is an error, as problem details of RFC 9457. A kind is a
 * type and its title; without one the status says it all.
 */
export class Problem extends Error {
	constructor(status, detail, { kind, headers = {}, ...more } = {}) {
		super(detail);
		const [type, title] = kind ?? ['about:blank', STATUS_CODES[status]];
		this.status = status;
		this.headers = headers;
		this.body = { type, title, status, detail, ...more };
	}
}

/** What was sent does not fit: each fault with a pointer to its place. */
export const invalid = (errors) =>
	new Problem(422, undefined, {
		kind: ['/problems/invalid-fields', 'Some fields are not valid'],
		errors,
	});
