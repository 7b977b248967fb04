// 200 transfers between three accounts, ten at a time, in all directions.
import pg from 'pg';

const ordered = process.argv[2] !== 'unordered';
const pool = new pg.Pool({
	connectionString: process.env.DATABASE_URL,
	max: 10,
});

// #region transfer
const LOCK = 'SELECT cents FROM accounts WHERE name = $1 FOR UPDATE';
const ADD = 'UPDATE accounts SET cents = cents + $2 WHERE name = $1';

/** Moves cents between accounts. Resolves to whether there were enough. */
async function transfer(pool, from, to, cents) {
	if (!Number.isSafeInteger(cents) || cents <= 0)
		throw new RangeError('not a positive whole number of cents');
	const client = await pool.connect();
	try {
		await client.query('BEGIN');
		const names = ordered ? [from, to].toSorted() : [from, to];
		const balance = {};
		for (const name of names) {
			const { rows } = await client.query(LOCK, [name]);
			balance[name] = rows[0].cents;
		}
		const enough = balance[from] >= cents;
		if (enough) {
			await client.query(ADD, [from, -cents]);
			await client.query(ADD, [to, cents]);
		}
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

const balances = async () => {
	const { rows } = await pool.query('SELECT name, cents FROM accounts');
	return Object.fromEntries(rows.map(({ name, cents }) => [name, cents]));
};
const names = ['Ada', 'Boris', 'shop'];
const wanted = Array.from({ length: 200 }, (_, n) => ({
	from: names[n % 3],
	to: names[(n + 1 + (n % 2)) % 3],
	cents: 100 + 7 * (n % 50),
}));

const expected = await balances();
const outcomes = await Promise.allSettled(
	wanted.map(({ from, to, cents }) => transfer(pool, from, to, cents)),
);
const done = wanted.filter((_, n) => outcomes[n].value);
for (const { from, to, cents } of done) {
	expected[from] -= cents;
	expected[to] += cents;
}
const after = await balances();
const errors = outcomes.filter(({ reason }) => reason).map(({ reason }) => reason);
const others = errors.filter(({ code }) => code !== '40P01');
const negative = await transfer(pool, 'Boris', 'Ada', -50).catch((error) => error);

console.log('every transfer done or refused:', errors.length === 0);
console.log('some ended by a deadlock:', errors.length > others.length);
console.log('some were done:', done.length > 0);
console.log(
	'the balances agree with them:',
	names.every((name) => after[name] === expected[name]),
);
console.log(
	'nobody is below zero:',
	names.every((name) => after[name] >= 0),
);
console.log('-50 is refused:', negative instanceof RangeError);
if (others.length > 0) throw others[0];
await pool.end();
