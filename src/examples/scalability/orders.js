// node orders.js <file with a function order>: forty orders from eight workers
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
await pool.query('TRUNCATE orders');
await pool.query('UPDATE stock SET pieces = 40');

let now = 0;
let most = 0;
/** Asks the bank, which needs a moment. Every tenth card is refused. */
async function pay(number) {
	now += 1;
	most = Math.max(most, now);
	await sleep(80);
	now -= 1;
	if (number % 10 === 0) throw new Error('card refused');
}

const { order } = await import(resolve(process.argv[2]));
let next = 0;
const worker = async () => {
	while (next < 40) {
		const number = (next += 1);
		await order(pool, number, pay).catch(({ message }) => {
			if (message !== 'card refused') throw new Error(message);
		});
	}
};
await Promise.all(Array.from({ length: 8 }, worker));

const { rows } = await pool.query(
	`SELECT pieces, (SELECT count(*) FROM orders WHERE state = 'paid') AS sold FROM stock`,
);
console.log(`payments at the same time: ${most}`);
console.log(`sold ${rows[0].sold}, left ${rows[0].pieces}`);
await pool.end();
