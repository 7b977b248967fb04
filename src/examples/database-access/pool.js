import pg from 'pg';

const pool = new pg.Pool({
	connectionString: process.env.DATABASE_URL,
	max: 2,
	connectionTimeoutMillis: 500,
});
const leaky = process.argv[2] === 'leaky';

async function request(number) {
	let client;
	try {
		client = await pool.connect();
		await client.query('SELECT pg_sleep(0.05)');
		if (number === 1) throw new Error('something broke');
		client.release();
		return 'ok';
	} catch (error) {
		if (!leaky) client?.release();
		return error.message;
	}
}

for (const number of [1, 2, 3, 4]) console.log(number, await request(number));
const held = pool.totalCount - pool.idleCount;
console.log('connections held by nobody:', held);

for (const number of [1, 5]) console.log(number, await request(number));
process.exit();
