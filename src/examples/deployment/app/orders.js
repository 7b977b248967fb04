import { DatabaseSync } from 'node:sqlite';

export function open(file) {
	const db = new DatabaseSync(file, { timeout: 5000 });
	return {
		add: (name) => db.prepare('INSERT INTO orders (name) VALUES (?)').run(name),
		last: () => db.prepare('SELECT name FROM orders ORDER BY id DESC').get()?.name,
	};
}
