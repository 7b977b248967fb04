// #region store
// A day has no time zone, so it never becomes a Date.
const TASK = `id, title, done, to_char(due, 'YYYY-MM-DD') AS due`;

/** The tasks in a database, which is a pool. */
export function openStore(db) {
	const all = async (sql, values) => (await db.query(sql, values)).rows;
	const one = async (sql, values) => (await all(sql, values))[0];
	return {
		add: ({ title, done, due }) =>
			one(`INSERT INTO tasks (title, done, due) VALUES ($1, $2, $3) RETURNING ${TASK}`, [
				title,
				done,
				due,
			]),
		get: (id) => one(`SELECT ${TASK} FROM tasks WHERE id = $1`, [id]),
		// #region change
		/** Changes the given fields in one step; due may also be given as null. */
		change: (id, { title, done, due }) =>
			one(
				`UPDATE tasks SET title = coalesce($2, title), done = coalesce($3, done),
				        due = CASE WHEN $4 THEN $5 ELSE due END
				 WHERE id = $1 RETURNING ${TASK}`,
				[id, title, done, due !== undefined, due],
			),
		// #endregion change
		remove: (id) => one(`DELETE FROM tasks WHERE id = $1 RETURNING id`, [id]),
		/** From the newest on, those after a task; one more than asked for says that there are more. */
		list: ({ limit, after, done }) =>
			all(
				`SELECT ${TASK} FROM tasks
				 WHERE ($2::int IS NULL OR id < $2) AND ($3::boolean IS NULL OR done = $3)
				 ORDER BY id DESC LIMIT $1 + 1`,
				[limit, after, done],
			),
	};
}
// #endregion store
