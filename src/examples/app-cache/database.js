import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
let count = 0;

/** The name and price of a product: slow, as a query with five joins would be. */
export async function readProduct(id) {
	count += 1;
	const { rows } = await pool.query(
		'SELECT id, name, cents, pg_sleep(0.05) FROM products WHERE id = $1',
		[id],
	);
	return rows[0] && { id: rows[0].id, name: rows[0].name, cents: rows[0].cents };
}
export const writePrice = (id, cents) =>
	pool.query('UPDATE products SET cents = $2 WHERE id = $1', [id, cents]);
/** Adds what was counted elsewhere. */
export const addViews = (id, count) =>
	pool.query('UPDATE products SET views = views + $2 WHERE id = $1', [id, count]);
/** How many products were read since it was last asked. */
export const queries = () => {
	const seen = count;
	count = 0;
	return seen;
};
export const closeDatabase = () => pool.end();
