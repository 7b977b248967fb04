const RETRY = new Set(['40001', '40P01']);

/** Runs work(client) in a serializable transaction, again if need be. */
export async function transaction(pool, work, attempts = 10) {
	for (let attempt = 1; ; attempt += 1) {
		const client = await pool.connect();
		let broken;
		const lost = (error) => (broken = error);
		client.on('error', lost); // unheard, it would end the program
		try {
			await client.query('BEGIN ISOLATION LEVEL SERIALIZABLE');
			const result = await work(client);
			await client.query('COMMIT');
			return result;
		} catch (error) {
			await client.query('ROLLBACK').catch(lost);
			if (!RETRY.has(error.code) || attempt === attempts) throw error;
		} finally {
			client.off('error', lost);
			client.release(broken); // a broken one is not used again
		}
		const wait = Math.random() * 10 * attempt;
		await new Promise((resolve) => setTimeout(resolve, wait));
	}
}
