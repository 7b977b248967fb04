import { createHash, randomBytes } from 'node:crypto';
import { check, store } from './passwords.js';

const makeToken = () => randomBytes(32).toString('base64url');
const hashOf = (token) => createHash('sha256').update(token).digest();

/** Runs something in one transaction. */
async function transaction(db, work) {
	const client = await db.connect();
	try {
		await client.query('BEGIN');
		const result = await work(client);
		await client.query('COMMIT');
		return result;
	} catch (error) {
		await client.query('ROLLBACK');
		throw error;
	} finally {
		client.release();
	}
}

// #region guarded
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

/** Whether a check is right; 'wait' if there were too many before it. */
export async function guarded(db, key, check) {
	const { rowCount } = await attempt(db, key);
	if (rowCount === 0) return 'wait';
	const right = await check();
	if (right) await db.query('DELETE FROM attempts WHERE key = $1', [key]);
	return right;
}
// #endregion guarded

// #region sessions
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
		`SELECT users.id, email, name, seen < now() - interval '1 hour' AS stale
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
// #endregion sessions

// #region links
/** A link for the mail, with which its reader can prove to be there. */
export async function makeLink(db, purpose, email) {
	const token = makeToken();
	await db.query('INSERT INTO links (hash, purpose, email) VALUES ($1, $2, $3)', [
		hashOf(token),
		purpose,
		email,
	]);
	const { rowCount } = await db.query('SELECT FROM users WHERE email = $1', [email]);
	return { token, known: rowCount === 1 };
}

/** Whether a link could still be used: a glance, before the expensive hash. */
const usable = async (db, purpose, token) =>
	(
		await db.query('SELECT FROM links WHERE hash = $1 AND purpose = $2 AND ends > now()', [
			hashOf(token),
			purpose,
		])
	).rowCount === 1;

/** Uses a link up. Its address comes back once, to whoever is first. */
async function take(client, purpose, token) {
	const { rows } = await client.query(
		`DELETE FROM links WHERE hash = $1 AND purpose = $2 AND ends > now() RETURNING email`,
		[hashOf(token), purpose],
	);
	return rows[0]?.email;
}
// #endregion links

/** Makes the account that a link was sent for. */
export async function register(db, { token, name, password }) {
	if (!(await usable(db, 'register', token))) return undefined;
	const { salt, tag } = await store(password);
	return transaction(db, async (client) => {
		const email = await take(client, 'register', token);
		if (!email) return undefined;
		const { rows } = await client.query(
			`INSERT INTO users (email, name, salt, tag) VALUES ($1, $2, $3, $4)
			 ON CONFLICT DO NOTHING RETURNING id, email, name`,
			[email, name.trim(), salt, tag],
		);
		return rows[0];
	});
}

// #region reset
/** Sets a new password with a link, once, and ends what was begun with the old one. */
export async function reset(db, { token, password }) {
	if (!(await usable(db, 'reset', token))) return false;
	const { salt, tag } = await store(password);
	return transaction(db, async (client) => {
		const email = await take(client, 'reset', token);
		const { rows } = await client.query(
			'UPDATE users SET salt = $2, tag = $3 WHERE email = $1 RETURNING id',
			[email, salt, tag],
		);
		if (rows.length === 0) return false;
		await client.query('DELETE FROM sessions WHERE user_id = $1', [rows[0].id]);
		await client.query('DELETE FROM links WHERE email = $1', [email]);
		await client.query('DELETE FROM attempts WHERE key = $1', [`login ${email}`]);
		return true;
	});
}
// #endregion reset

/** The user with this address and password; 'wait' after too many failures. */
export async function login(db, { email, password }, guard = guarded) {
	const { rows } = await db.query('SELECT * FROM users WHERE email = $1', [email]);
	const right = await guard(db, `login ${email}`, () => check(password, rows[0]));
	return right === true ? rows[0] : right;
}

/** A new password for somebody who is logged in: all other sessions end. */
export async function changePassword(db, user, { old, password }) {
	const right = await login(db, { email: user.email, password: old });
	if (right === 'wait' || !right) return right;
	const { salt, tag } = await store(password);
	return transaction(db, async (client) => {
		await client.query('UPDATE users SET salt = $2, tag = $3 WHERE id = $1', [user.id, salt, tag]);
		await client.query('DELETE FROM sessions WHERE user_id = $1', [user.id]);
		await client.query('DELETE FROM links WHERE email = $1', [user.email]);
		return true;
	});
}

export const rename = async (db, user, name) =>
	(
		await db.query('UPDATE users SET name = $2 WHERE id = $1 RETURNING email, name', [
			user.id,
			name.trim(),
		])
	).rows[0];
