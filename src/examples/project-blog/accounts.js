import { createHash, randomBytes } from 'node:crypto';
import { check, store } from './passwords.js';

const makeToken = () => randomBytes(32).toString('base64url');
const hashOf = (token) => createHash('sha256').update(token).digest();

/** Counts an attempt before it is made. Nothing comes back if it has to wait. */
const attempt = (db, key) =>
	db.query(
		`INSERT INTO attempts VALUES ($1, 1, now())
		 ON CONFLICT (key) DO UPDATE SET last = now(),
		   count = CASE WHEN attempts.last < now() - interval '1 day'
		                THEN 1 ELSE attempts.count + 1 END
		 WHERE attempts.count < 5 OR attempts.last < now()
		   - least(30 * 2 ^ least(attempts.count - 5, 5), 900) * interval '1 second'
		 RETURNING count`,
		[key],
	);

/** Begins a session, and returns the token for the cookie. */
export async function begin(db, user) {
	const token = makeToken();
	await db.query('INSERT INTO sessions (hash, user_id) VALUES ($1, $2)', [hashOf(token), user]);
	return token;
}

/** Whose session this is: a week without use ends it, and a month in any case. */
export async function userOf(db, token) {
	if (!token) return undefined;
	const { rows } = await db.query(
		`SELECT users.id, name, seen < now() - interval '1 hour' AS stale
		 FROM sessions JOIN users ON users.id = user_id
		 WHERE hash = $1 AND seen > now() - interval '7 days'
		   AND began > now() - interval '30 days'`,
		[hashOf(token)],
	);
	if (rows[0]?.stale)
		await db.query('UPDATE sessions SET seen = now() WHERE hash = $1', [hashOf(token)]);
	return rows[0];
}

export const end = (db, token) =>
	db.query('DELETE FROM sessions WHERE hash = $1', [hashOf(token ?? '')]);

/** The author with this address and password; 'wait' after too many failures. */
export async function login(db, { email, password }) {
	const key = `login ${email}`;
	if ((await attempt(db, key)).rowCount === 0) return 'wait';
	const { rows } = await db.query('SELECT * FROM users WHERE email = $1', [email]);
	if (!(await check(password, rows[0]))) return undefined;
	await db.query('DELETE FROM attempts WHERE key = $1', [key]);
	return rows[0];
}

/** Adds an author. There is no request that does it. */
export async function addAuthor(db, { email, name, password }) {
	const { salt, tag } = await store(password);
	await db.query('INSERT INTO users (email, name, salt, tag) VALUES ($1, $2, $3, $4)', [
		email.toLowerCase(),
		name,
		salt,
		tag,
	]);
}
