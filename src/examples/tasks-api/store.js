import { createHash, randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** The tasks and the payments, in a database of their own. */
export function openStore(file = ':memory:') {
	const db = new DatabaseSync(file);
	db.exec(`
		CREATE TABLE IF NOT EXISTS tasks (
			id TEXT PRIMARY KEY, title TEXT NOT NULL, done INTEGER NOT NULL,
			due TEXT, version INTEGER NOT NULL, number INTEGER NOT NULL UNIQUE
		) STRICT;
		CREATE TABLE IF NOT EXISTS payments (
			id TEXT PRIMARY KEY, cents INTEGER NOT NULL
		) STRICT;
		CREATE TABLE IF NOT EXISTS requests (
			key TEXT PRIMARY KEY, request TEXT NOT NULL, answer TEXT
		) STRICT;
	`);
	const all = (sql, ...values) => db.prepare(sql).all(...values);
	const one = (sql, ...values) => db.prepare(sql).get(...values);
	const run = (sql, ...values) => db.prepare(sql).run(...values);
	const toTask = (row) => row && { ...row, done: row.done === 1 };

	return {
		add({ title, done = false, due = null }) {
			const id = randomUUID();
			run(
				`INSERT INTO tasks SELECT ?, ?, ?, ?, 1,
				 coalesce(max(number), 0) + 1 FROM tasks`,
				id,
				title,
				Number(done),
				due,
			);
			return this.get(id);
		},
		get: (id) => toTask(one('SELECT * FROM tasks WHERE id = ?', id)),
		/** Changes a task if it still has this version. */
		replace(id, { title, done, due }, version) {
			const { changes } = run(
				`UPDATE tasks SET title = ?, done = ?, due = ?, version = version + 1
				 WHERE id = ? AND version = ?`,
				title,
				Number(done),
				due ?? null,
				id,
				version,
			);
			return changes === 1;
		},
		/** Removes a task, with a version only if it still has that. */
		remove: (id, version = null) =>
			run(
				'DELETE FROM tasks WHERE id = ? AND version = coalesce(?, version)',
				id,
				version,
			).changes === 1,
		// #region page
		/** Tasks from the newest on, those that come after a number. */
		page: ({ before = Number.MAX_SAFE_INTEGER, done, limit }) =>
			all(
				`SELECT * FROM tasks
				 WHERE number < ? AND (? IS NULL OR done = ?)
				 ORDER BY number DESC LIMIT ?`,
				before,
				done ?? null,
				done ?? null,
				limit,
			).map(toTask),
		// #endregion page
		/** The same by counting rows, which is what goes wrong. */
		pageByOffset: ({ offset, limit }) =>
			all('SELECT * FROM tasks ORDER BY number DESC LIMIT ? OFFSET ?', limit, offset).map(
				toTask,
			),
		payments: () => all('SELECT * FROM payments'),
		// #region once
		/**
		 * Does a thing once for a key, and gives the same answer again.
		 * A key that comes back with another request is refused.
		 */
		once(key, request, work) {
			const hash = createHash('sha256').update(request).digest('hex');
			db.exec('BEGIN IMMEDIATE');
			try {
				const known = one('SELECT * FROM requests WHERE key = ?', key);
				if (known && known.request !== hash) return { conflict: true };
				if (known) return JSON.parse(known.answer);
				const answer = work();
				run(
					'INSERT INTO requests VALUES (?, ?, ?)',
					key,
					hash,
					JSON.stringify(answer),
				);
				db.exec('COMMIT');
				return answer;
			} finally {
				if (db.isTransaction) db.exec('ROLLBACK');
			}
		},
		// #endregion once
		pay(cents) {
			const id = randomUUID();
			run('INSERT INTO payments VALUES (?, ?)', id, cents);
			return { id, cents };
		},
	};
}
