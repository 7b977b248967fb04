// #region total
const SHIPPING = 490;

/** What an order costs, shipping included, in cents. */
export async function total(db, id) {
	const { rows } = await db.query(
		`SELECT sum(cents * quantity) AS cents
		 FROM lines JOIN products ON products.id = product_id
		 WHERE order_id = $1`,
		[id],
	);
	return rows[0].cents + SHIPPING;
}
// #endregion total

// #region place
/** Saves an order and takes its products from the stock. All of it, or nothing. */
export async function place(db, customer, wishes) {
	const client = await db.connect();
	try {
		await client.query('BEGIN');
		const { rows } = await client.query('INSERT INTO orders (customer) VALUES ($1) RETURNING id', [
			customer,
		]);
		for (const { product, quantity } of wishes) {
			await client.query('INSERT INTO lines VALUES ($1, $2, $3)', [rows[0].id, product, quantity]);
			await client.query('UPDATE products SET stock = stock - $2 WHERE id = $1', [
				product,
				quantity,
			]);
		}
		await client.query('COMMIT');
		return rows[0].id;
	} catch (error) {
		await client.query('ROLLBACK');
		throw error;
	} finally {
		client.release();
	}
}
// #endregion place
