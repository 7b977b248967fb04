// node relay.js [die at]: brings what is in the outbox to the broker.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const db = new pg.Client({ connectionString: process.env.DATABASE_URL });
await db.connect();
let sent = 0;

// #region relay
for (;;) {
	await db.query('BEGIN');
	const { rows } = await db.query(
		`SELECT id, event FROM outbox ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED`,
	);
	for (const { id, event } of rows) {
		appendFileSync('outbox.log', `${JSON.stringify({ id, ...event })}\n`); // publish
		sent += 1;
		if (sent === Number(process.argv[2])) process.kill(process.pid, 'SIGKILL');
	}
	await db.query('DELETE FROM outbox WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
	await db.query('COMMIT');
	if (rows.length === 0) break; // a real one would wait for a NOTIFY, or a second
}
// #endregion relay
await db.end();
