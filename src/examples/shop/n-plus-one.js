import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
let queries = 0;
const rows = async (sql, values) => {
	queries += 1;
	return (await client.query(sql, values)).rows;
};
const NEWEST = 'SELECT * FROM orders ORDER BY id DESC LIMIT 10';

for (const order of await rows(NEWEST)) {
	const [customer] = await rows(
		'SELECT name FROM customers WHERE id = $1',
		[order.customer_id],
	);
	order.customer = customer.name;
}
console.log('in a loop:', queries, 'queries');

queries = 0;
await rows(
	`SELECT o.*, c.name AS customer
	 FROM (${NEWEST}) AS o
	 JOIN customers AS c ON c.id = o.customer_id
	 ORDER BY o.id DESC`,
);
console.log('with a join:', queries, 'query');

queries = 0;
const orders = await rows(NEWEST);
const ids = orders.map((order) => order.customer_id);
await rows('SELECT id, name FROM customers WHERE id = ANY($1)', [ids]);
console.log('list, then all customers at once:', queries, 'queries');
await client.end();
