/** Takes a piece out of the stock, has it paid and writes the order, all or nothing. */
export async function order(pool, number, pay) {
	const client = await pool.connect();
	try {
		await client.query('BEGIN');
		await client.query(`UPDATE stock SET pieces = pieces - 1 WHERE product = 'tea'`);
		await pay(number);
		await client.query(`INSERT INTO orders VALUES ($1, 'paid')`, [number]);
		await client.query('COMMIT');
	} catch (error) {
		await client.query('ROLLBACK');
		throw error;
	} finally {
		client.release();
	}
}
