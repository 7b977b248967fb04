import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from './migrate.js';
import { makeServer } from './server.js';

// #region world
/** For one test: a schema of its own, made by the migrations, and the API on a free port. */
export async function world(t) {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const db = new pg.Pool({
		connectionString: process.env.DATABASE_URL,
		max: 4,
		options: `-c search_path=${name}`,
	});
	await db.query(`CREATE SCHEMA ${name}`);
	await migrate(db);
	const failures = []; // what the server would have logged
	const server = makeServer(db, (error) => failures.push(error)).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(async () => {
		server.closeAllConnections();
		server.close();
		await db.query(`DROP SCHEMA ${name} CASCADE`);
		await db.end();
	});
	const at = `http://127.0.0.1:${server.address().port}`;
	const ask = async (method, path, body, type = 'application/json') => {
		const response = await fetch(at + path, {
			method,
			headers: body === undefined ? {} : { 'content-type': type },
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
	};
	return { ask, db, failures };
}
// #endregion world
