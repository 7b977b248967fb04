import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { makeServer } from './server.js';

const schema = await readFile(new URL('schema.sql', import.meta.url), 'utf8');

// #region world
/** A schema of its own with the tables, and the API on a free port. All of it ends with the test. */
export async function world(t) {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const connectionString = process.env.DATABASE_URL;
	const admin = new pg.Pool({ connectionString, max: 1 });
	await admin.query(`CREATE SCHEMA ${name}; SET search_path = ${name}; ${schema}`);
	const db = new pg.Pool({ connectionString, max: 4, options: `-c search_path=${name}` });
	const server = makeServer(db).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(async () => {
		server.close();
		await db.end();
		await admin.query(`DROP SCHEMA ${name} CASCADE`);
		await admin.end();
	});
	const at = `http://127.0.0.1:${server.address().port}`;
	const ask = async (method, path, body) => {
		const response = await fetch(at + path, { method, body: body && JSON.stringify(body) });
		return { status: response.status, body: await response.json() };
	};
	return { db, ask };
}
// #endregion world

// #region data
let last = 0;

/** A product with sensible values, of which a test names only what matters to it. */
export async function aProduct(db, { name, cents = 450, stock = 10 } = {}) {
	const id = ++last;
	await db.query('INSERT INTO products VALUES ($1, $2, $3, $4)', [
		id,
		name ?? `product ${id}`,
		cents,
		stock,
	]);
	return id;
}
// #endregion data
