import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import { addAuthor } from './accounts.js';
import { migrate } from './migrate.js';
import { makeServer } from './server.js';

/** For one test: a schema of its own, and the blog on a free port. */
export async function world(t, options) {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const db = new pg.Pool({
		connectionString: process.env.DATABASE_URL,
		max: 4,
		options: `-c search_path=${name}`,
	});
	await db.query(`CREATE SCHEMA ${name}`);
	await migrate(db);
	const server = makeServer(db, options).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(async () => {
		server.closeAllConnections();
		server.close();
		await db.query(`DROP SCHEMA ${name} CASCADE`);
		await db.end();
	});
	const base = `http://127.0.0.1:${server.address().port}`;
	const visitor = (cookie) => async (method, path, body, headers) => {
		const response = await fetch(base + path, {
			method,
			headers: {
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
				...(cookie && { cookie }),
				...headers,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = /json/.test(response.headers.get('content-type'));
		const { status, headers: got } = response;
		return { status, headers: got, text, body: isJson ? JSON.parse(text) : undefined };
	};
	/** An author who is logged in. */
	const author = async (who) => {
		const email = `${who}@blog.example`;
		const password = 'correct horse battery';
		await addAuthor(db, { email, name: who, password });
		const { headers } = await visitor()('POST', '/session', { email, password });
		return visitor(headers.getSetCookie()[0].split(';')[0]);
	};
	return { db, ask: visitor(), author };
}

export const post = (slug, more) => ({ slug, title: `About ${slug}`, body: 'Text.', tags: [], ...more });
