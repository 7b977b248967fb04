// Every check that can be forgotten is forgotten here.
export const careless = (db) => ({
	// #region read
	'GET /invoices/:id': ({ id }) => db.prepare('SELECT * FROM invoices WHERE id = ?').get(id),
	// #endregion read
	// #region change
	'PATCH /invoices/:id': ({ id, body }) => {
		const set = Object.keys(body).map((name) => `${name} = ?`);
		db.prepare(`UPDATE invoices SET ${set} WHERE id = ?`).run(...Object.values(body), id);
		return db.prepare('SELECT * FROM invoices WHERE id = ?').get(id);
	},
	// #endregion change
	'GET /export': () => db.prepare('SELECT * FROM invoices').all(),
});
