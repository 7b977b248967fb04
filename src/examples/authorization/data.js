import { DatabaseSync } from 'node:sqlite';

/** Who a token belongs to. A real login is the subject of another page. */
export const people = new Map(
	[
		{ name: 'ada', tenant: 'tea-house', roles: ['customer'] },
		{ name: 'ben', tenant: 'book-shop', roles: ['customer'] },
		{ name: 'cleo', tenant: 'tea-house', roles: ['clerk'] },
		{ name: 'dan', tenant: 'tea-house', roles: ['clerk', 'accountant'] },
	].map((person) => [person.name, person]),
);

/** A new database with three invoices of two tenants. */
export function open() {
	const db = new DatabaseSync(':memory:');
	db.exec(`
		CREATE TABLE invoices (
			id INTEGER PRIMARY KEY, tenant TEXT NOT NULL, customer TEXT NOT NULL,
			cents INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '', paid INTEGER NOT NULL DEFAULT 0
		);
		CREATE TABLE audit (
			id INTEGER PRIMARY KEY, who TEXT, action TEXT, object TEXT, allowed INTEGER
		);
		INSERT INTO invoices (id, tenant, customer, cents) VALUES
			(101, 'tea-house', 'ada', 2390), (102, 'book-shop', 'ben', 1200),
			(103, 'tea-house', 'eve', 95000);
	`);
	return db;
}
