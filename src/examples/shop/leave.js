// Everybody who is on call wants to leave at once.
import pg from 'pg';
import { transaction } from './transaction.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const OTHERS = 'SELECT name FROM on_call WHERE here';
const LEAVE = 'UPDATE on_call SET here = false WHERE name = $1';
const bothHaveRead = Promise.withResolvers();
let attempts = 0;

const leave = (name) =>
	transaction(pool, async (client) => {
		const { rows } = await client.query(OTHERS);
		attempts += 1;
		if (attempts === 2) bothHaveRead.resolve();
		await bothHaveRead.promise; // nobody writes before
		if (rows.length < 2) return 'stays';
		await client.query(LEAVE, [name]);
		return 'leaves';
	});

const answers = await Promise.all(['Ada', 'Boris'].map(leave));
console.log(answers.toSorted().join(', '));
console.log('one had to try again:', attempts > 2);
await pool.end();
