import { inspect } from 'node:util';

// #region secret
/** A text that shows itself only to whoever calls `reveal`. */
export class Secret {
	#text;
	constructor(text) {
		this.#text = text;
	}
	reveal() {
		return this.#text;
	}
	toString() {
		return '[secret]';
	}
	toJSON() {
		return '[secret]';
	}
	[inspect.custom]() {
		return '[secret]';
	}
}

const NAMES = new Set(['password', 'token', 'iban']);

/** The JSON of a request, with its secrets wrapped as they come in. */
export function parse(text) {
	try {
		return JSON.parse(text, (name, value) =>
			NAMES.has(name) ? new Secret(value) : value);
	} catch {
		throw new Error('this is not JSON'); // the real message quotes it
	}
}
// #endregion secret
