import pg from 'pg';

const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const typed = process.argv[3];

const glued = () =>
	client.query(`SELECT name FROM products
		WHERE hidden = false AND name = '${typed}'`);

const parameter = () =>
	client.query(
		`SELECT name FROM products
		WHERE hidden = false AND name = $1`,
		[typed],
	);

const { rows } = await (process.argv[2] === 'glued' ? glued : parameter)();
console.log(rows.map(({ name }) => name).join(', ') || 'nothing found');
await client.end();
