// A day has no time zone, so it never becomes a Date.
const TASK = `id, title, done, to_char(due, 'YYYY-MM-DD') AS due`;

// #region store
/** The tasks of one user. Whoever has this store cannot reach anybody else's. */
export function tasksOf(owner, db) {
	const all = async (sql, values) => (await db.query(sql, [owner, ...values])).rows;
	const one = async (sql, values) => (await all(sql, values))[0];
	return {
		add: ({ title, done, due }) =>
			one(`INSERT INTO tasks (owner, title, done, due) VALUES ($1, $2, $3, $4) RETURNING ${TASK}`, [
				title,
				done,
				due,
			]),
		get: (id) => one(`SELECT ${TASK} FROM tasks WHERE owner = $1 AND id = $2`, [id]),
		change: (id, { title, done, due }) =>
			one(
				`UPDATE tasks SET title = coalesce($3, title), done = coalesce($4, done),
				        due = CASE WHEN $5 THEN $6 ELSE due END
				 WHERE owner = $1 AND id = $2 RETURNING ${TASK}`,
				[id, title, done, due !== undefined, due],
			),
		remove: (id) => one('DELETE FROM tasks WHERE owner = $1 AND id = $2 RETURNING id', [id]),
		list: ({ limit, after, done }) =>
			all(
				`SELECT ${TASK} FROM tasks
				 WHERE owner = $1 AND ($3::int IS NULL OR id < $3)
				   AND ($4::boolean IS NULL OR done = $4)
				 ORDER BY id DESC LIMIT $2 + 1`,
				[limit, after, done],
			),
	};
}
// #endregion store
