import pg from 'pg';

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

// #region add
/** Adds a job, in the caller's transaction if a client is given. */
export async function add(kind, data, { once = null, client = pool, after = 0 } = {}) {
	await client.query(
		`INSERT INTO jobs (kind, data, once, run_at)
		 VALUES ($1, $2, $3, now() + $4 * interval '1 second')
		 ON CONFLICT (once) DO NOTHING`,
		[kind, data, once, after],
	);
}
// #endregion add

// #region take
/** Takes the next job that is due, and no other worker's. */
export async function take(worker, { lease = 30 } = {}) {
	const { rows } = await pool.query(
		`UPDATE jobs SET locked_by = $1, locked_at = now(), attempts = attempts + 1
		 WHERE id = (
		   SELECT id FROM jobs
		   WHERE done_at IS NULL AND failed_at IS NULL AND run_at <= now()
		     AND (locked_at IS NULL
		          OR locked_at < now() - $2 * interval '1 second')
		   ORDER BY run_at, id
		   LIMIT 1
		   FOR UPDATE SKIP LOCKED
		 )
		 RETURNING id, kind, data, attempts`,
		[worker, lease],
	);
	return rows[0];
}
// #endregion take

// #region finish
/** Marks a job as done, if it is still this worker's. */
export const finish = (worker, { id }) =>
	pool.query('UPDATE jobs SET done_at = now(), locked_by = NULL WHERE id = $1 AND locked_by = $2', [
		id,
		worker,
	]);

/** Puts a job back for later, longer each time, or gives it up. */
export const fail = (worker, { id, attempts }, error, { most = 5, base = 10 } = {}) =>
	pool.query(
		`UPDATE jobs SET error = $3, locked_by = NULL, locked_at = NULL,
		   run_at = now() + $4 * (0.5 + random() / 2) * interval '1 second',
		   failed_at = CASE WHEN $5 THEN now() END
		 WHERE id = $1 AND locked_by = $2`,
		[id, worker, error.message, base * 2 ** (attempts - 1), attempts >= most],
	);
// #endregion finish
