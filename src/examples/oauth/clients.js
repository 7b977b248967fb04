import { createHash, timingSafeEqual } from 'node:crypto';

/** The programs that are registered here. */
export const clients = (shop) =>
	new Map([
		['print-shop', { redirects: [`${shop}/callback`], scopes: ['openid', 'photos:read'] }],
		['nightly', { secret: 'a random secret', redirects: [], scopes: ['photos:count'] }],
	]);

// #region redirect
/** Exactly one of the registered addresses. */
export const exact = (client, address) => client.redirects.includes(address);

/** As it is often written: "it begins with our address". */
export const begins = (client, address) =>
	client.redirects.some((registered) => address.startsWith(new URL(registered).origin));
// #endregion redirect

// #region pkce
/** The challenge that belongs to a verifier. */
export const challengeOf = (verifier) => createHash('sha256').update(verifier).digest('base64url');
// #endregion pkce

/** Whether two texts are the same, in a time that tells nothing. */
export const same = (a, b) => {
	const [one, two] = [a, b].map((text) => createHash('sha256').update(text).digest());
	return timingSafeEqual(one, two);
};
