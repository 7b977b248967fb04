import { createHash, randomBytes } from 'node:crypto';

const sessions = new Map(); // in a real shop a table, or Redis
const DAY = 24 * 60 * 60 * 1000;
const key = (token) => createHash('sha256').update(token).digest('hex');

/** Begins a session, and returns the token for the cookie. */
export function begin(user, now = Date.now()) {
	const token = randomBytes(32).toString('base64url');
	sessions.set(key(token), { user, seen: now, ends: now + 30 * DAY });
	return token;
}

/** The user of a token, or undefined if there is no such session, or no longer. */
export function userOf(token, now = Date.now()) {
	const session = sessions.get(key(token));
	if (!session) return undefined;
	if (session.ends < now || session.seen + 7 * DAY < now) {
		sessions.delete(key(token));
		return undefined;
	}
	session.seen = now;
	return session.user;
}

/** Ends one session. */
export const end = (token) => sessions.delete(key(token));

/** Ends all sessions of a user: after a new password, or a theft. */
export function endAll(user) {
	for (const [id, session] of sessions) if (session.user === user) sessions.delete(id);
}
