// Everybody who is on call wants to leave at once.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { transaction } from './transaction.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const OTHERS = 'SELECT name FROM on_call WHERE here';
const LEAVE = 'UPDATE on_call SET here = false WHERE name = $1';
let attempts = 0;

const leave = (name) =>
	transaction(pool, async (client) => {
		attempts += 1;
		const { rows } = await client.query(OTHERS);
		await sleep(100); // so that both have read before one writes
		if (rows.length < 2) return 'stays';
		await client.query(LEAVE, [name]);
		return 'leaves';
	});

const answers = await Promise.all(['Ada', 'Boris'].map(leave));
console.log(answers.toSorted().join(', '));
console.log('attempts:', attempts);
await pool.end();
