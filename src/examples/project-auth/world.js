import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from './migrate.js';
import { makeServer } from './server.js';

/** For one test: a schema of its own, the API on a free port, and its mails in a list. */
export async function world(t, parts) {
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	const db = new pg.Pool({
		connectionString: process.env.DATABASE_URL,
		max: 4,
		options: `-c search_path=${name}`,
	});
	await db.query(`CREATE SCHEMA ${name}`);
	await migrate(db);
	const mails = [];
	const failures = [];
	const server = makeServer(db, {
		mail: (letter) => mails.push(letter),
		log: (error) => failures.push(error),
		parts,
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(async () => {
		server.closeAllConnections();
		server.close();
		await db.query(`DROP SCHEMA ${name} CASCADE`);
		await db.end();
	});
	const base = `http://127.0.0.1:${server.address().port}`;
	return {
		db,
		mails,
		failures,
		base,
		...people(base, (email) => mails.findLast(({ to }) => to === email)?.token),
	};
}

// #region people
/** Somebody with a cookie of their own, who can ask. */
export function people(base, linkOf) {
	const visitor = () => {
		let cookie;
		const ask = async (method, path, body, headers = {}) => {
			const response = await fetch(base + path, {
				method,
				headers: {
					...(body === undefined ? {} : { 'content-type': 'application/json' }),
					...(cookie && { cookie }),
					...headers,
				},
				body: body === undefined ? undefined : JSON.stringify(body),
			});
			const [set] = response.headers.getSetCookie();
			if (set) cookie = set.split(';')[0];
			const text = await response.text();
			return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
		};
		return { ask, cookie: () => cookie };
	};
	/** A registered user, logged in. */
	const user = async (name, password = 'correct horse battery') => {
		const person = visitor();
		const email = `${name}@shop.example`;
		await person.ask('POST', '/registrations', { email });
		const token = await linkOf(email);
		const { status } = await person.ask('POST', '/users', { token, name, password });
		if (status !== 201) throw new Error(`${name} could not register: ${status}`);
		return { ...person, email, password };
	};
	return { visitor, user };
}
// #endregion people
