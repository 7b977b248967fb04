import { readdir, readFile } from 'node:fs/promises';

const FOLDER = new URL('migrations/', import.meta.url);

/** Applies the steps that this database has not had, in order, each wholly or not at all. */
export async function migrate(pool) {
	const client = await pool.connect();
	try {
		await client.query('SELECT pg_advisory_lock(7003)'); // one at a time
		await client.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
		const { rows } = await client.query('SELECT name FROM migrations');
		const had = new Set(rows.map(({ name }) => name));
		const steps = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).toSorted();
		for (const step of steps.filter((name) => !had.has(name))) {
			await client.query('BEGIN');
			await client.query(await readFile(new URL(step, FOLDER), 'utf8'));
			await client.query('INSERT INTO migrations VALUES ($1)', [step]);
			await client.query('COMMIT');
		}
	} finally {
		client.release(true); // closed, which ends the lock and an unfinished transaction
	}
}
