// 300 transfers between three accounts, ten at a time, in all directions.
import pg from 'pg';

const ordered = process.argv[2] !== 'unordered';
const pool = new pg.Pool({
	connectionString: process.env.DATABASE_URL,
	max: 10,
	options: '-c deadlock_timeout=50ms',
});

// #region transfer
/** Moves cents between accounts. Resolves to whether there were enough. */
async function transfer(pool, from, to, cents) {
	const client = await pool.connect();
	try {
		await client.query('BEGIN');
		const names = ordered ? [from, to].toSorted() : [from, to];
		const balance = {};
		for (const name of names) {
			const { rows } = await client.query(
				'SELECT cents FROM accounts WHERE name = $1 FOR UPDATE',
				[name],
			);
			balance[name] = rows[0].cents;
		}
		const enough = balance[from] >= cents;
		if (enough)
			for (const [name, change] of [
				[from, -cents],
				[to, cents],
			])
				await client.query('UPDATE accounts SET cents = cents + $2 WHERE name = $1', [
					name,
					change,
				]);
		await client.query('COMMIT');
		return enough;
	} catch (error) {
		await client.query('ROLLBACK');
		throw error;
	} finally {
		client.release();
	}
}
// #endregion transfer

const total = async () =>
	(await pool.query('SELECT sum(cents)::int AS sum, min(cents) AS least FROM accounts')).rows[0];
const before = await total();
const names = ['Ada', 'Boris', 'shop'];
const outcomes = await Promise.allSettled(
	Array.from({ length: 300 }, (_, n) =>
		transfer(pool, names[n % 3], names[(n + 1 + (n % 2)) % 3], 100 + 7 * (n % 50)),
	),
);
const after = await total();
const deadlocks = outcomes.filter(({ reason }) => reason?.code === '40P01').length;
const others = outcomes.filter(({ reason }) => reason && reason.code !== '40P01').length;
console.log('every transfer done or refused:', deadlocks + others === 0);
console.log('some ended by a deadlock:', deadlocks > 0);
console.log('the sum is what it was:', after.sum === before.sum);
console.log('nobody is below zero:', after.least >= 0);
if (others) throw outcomes.find(({ reason }) => reason && reason.code !== '40P01').reason;
await pool.end();
