import { wrongText } from './task.js';

// #region rules
const name = (value) => wrongText(value, 100);
const email = (value) =>
	typeof value === 'string' && value.length <= 254 && /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(value)
		? undefined
		: 'must be a mail address';
/** Length is what counts: NIST SP 800-63B-4 asks for 15 without a second factor. */
const password = (value) =>
	typeof value === 'string' && [...value].length >= 15 && value.length <= 200
		? undefined
		: 'must have 15 to 200 characters';
const text = (value) =>
	typeof value === 'string' && value.length <= 200 ? undefined : 'must be a text';

export const rules = {
	address: { email },
	registration: { token: text, name, password },
	login: { email, password: text },
	profile: { name },
	change: { old: text, password },
	reset: { token: text, password },
};
// #endregion rules

/** How an address is stored and compared. */
export const folded = (address) => address.toLowerCase();
