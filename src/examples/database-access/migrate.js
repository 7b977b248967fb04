import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const FOLDER = new URL('migrations/', import.meta.url);

/** Applies what is new, or takes the newest back. Says what it did. */
export async function migrate(client, direction = 'up') {
	await client.query('SELECT pg_advisory_lock(7001)'); // one at a time
	await client.query(
		'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)',
	);
	const { rows } = await client.query('SELECT name FROM migrations');
	const done = new Set(rows.map(({ name }) => name));
	const names = (await readdir(FOLDER))
		.filter((file) => file.endsWith('.up.sql'))
		.map((file) => file.replace('.up.sql', ''))
		.toSorted();
	const todo =
		direction === 'up'
			? names.filter((name) => !done.has(name))
			: names.filter((name) => done.has(name)).slice(-1);
	for (const name of todo) {
		const file = new URL(`${name}.${direction}.sql`, FOLDER);
		const sql = await readFile(file, 'utf8');
		await client.query('BEGIN');
		try {
			await client.query(sql);
			await client.query(
				direction === 'up'
					? 'INSERT INTO migrations VALUES ($1)'
					: 'DELETE FROM migrations WHERE name = $1',
				[name],
			);
			await client.query('COMMIT');
			console.log(direction, name);
		} catch (error) {
			await client.query('ROLLBACK');
			throw new Error(`${name}: ${error.message}`, { cause: error });
		}
	}
	await client.query('SELECT pg_advisory_unlock(7001)');
}

if (process.argv[1] === import.meta.filename) {
	const client = new pg.Client(process.env.DATABASE_URL);
	await client.connect();
	try {
		await migrate(client, process.argv[2]);
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
	await client.end();
}
