// node order.js <how> <count> [die at]: places orders, and tells others about them.
import { appendFileSync } from 'node:fs';
import pg from 'pg';

const [how, count, dieAt] = process.argv.slice(2);
const db = new pg.Client({ connectionString: process.env.DATABASE_URL });
await db.connect();
/** Stands for the broker: what is in this file has been sent. */
const publish = (event) => appendFileSync(`${how}.log`, `${JSON.stringify(event)}\n`);
const die = (n) => n === Number(dieAt) && process.kill(process.pid, 'SIGKILL');

for (let n = 1; n <= Number(count); n += 1) {
	const event = { type: 'order placed', order: n };
	// #region two-writes
	if (how === 'two-writes') {
		await db.query('INSERT INTO orders VALUES ($1)', [n]);
		die(n); // between the two
		publish(event);
	}
	// #endregion two-writes
	// #region outbox
	if (how === 'outbox') {
		await db.query('BEGIN');
		await db.query('INSERT INTO orders VALUES ($1)', [n]);
		await db.query('INSERT INTO outbox (event) VALUES ($1)', [event]);
		await db.query('COMMIT');
		die(n);
	}
	// #endregion outbox
}
await db.end();
