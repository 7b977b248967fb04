import pg from 'pg';

const pool = new pg.Pool({
	connectionString: process.env.DATABASE_URL,
	max: 2,
	connectionTimeoutMillis: 3000,
});

async function work(client, number) {
	await client.query('SELECT pg_sleep(0.05)');
	if (number === 1) throw new Error('something broke');
}

async function leaky(number) {
	const client = await pool.connect();
	await work(client, number);
	client.release();
}

async function mended(number) {
	const client = await pool.connect();
	try {
		await work(client, number);
	} finally {
		client.release();
	}
}

const request = process.argv[2] === 'leaky' ? leaky : mended;
const answer = (number) =>
	request(number).then(
		() => 'ok',
		(error) => error.message,
	);

for (const n of [1, 2, 3, 4]) console.log(n, await answer(n));
const held = pool.totalCount - pool.idleCount;
console.log('connections held by nobody:', held);

for (const n of [1, 5]) console.log(n, await answer(n));
process.exit();
