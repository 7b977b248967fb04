import { whyNot } from './rules.js';

export class Refused extends Error {
	constructor(status, message) {
		super(message);
		this.status = status;
	}
}

// #region find
/** An invoice that this user may know of; for all others it does not exist. */
function find(db, user, id) {
	const staff = user.roles.some((role) => role !== 'customer');
	const invoice = db
		.prepare('SELECT * FROM invoices WHERE id = ? AND tenant = ? AND (? OR customer = ?)')
		.get(id, user.tenant, Number(staff), user.name);
	if (!invoice) throw new Refused(404, 'no such invoice');
	return invoice;
}
// #endregion find

// #region routes
export const careful = (db) => ({
	'GET /invoices/:id': {
		needs: 'invoice:read',
		handle: ({ user, id }) => find(db, user, id),
	},
	'PATCH /invoices/:id': {
		needs: 'invoice:change',
		handle({ user, id, body }) {
			const invoice = find(db, user, id);
			const reason = whyNot(user, invoice);
			if (reason) throw new Refused(403, reason);
			const { note } = body; // and nothing else, whatever was sent
			if (typeof note !== 'string') throw new Refused(400, 'note: a text');
			db.prepare('UPDATE invoices SET note = ? WHERE id = ?').run(note, id);
			return { ...invoice, note };
		},
	},
	'GET /export': {
		needs: 'invoice:export',
		handle: ({ user }) => db.prepare('SELECT * FROM invoices WHERE tenant = ?').all(user.tenant),
	},
});
// #endregion routes
