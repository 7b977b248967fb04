import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync(':memory:');
db.exec(`
	CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT);
	CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, author_id INTEGER);
	INSERT INTO authors VALUES (1, 'Ada'), (2, 'Boris'), (3, 'Chen');
`);
const insert = db.prepare('INSERT INTO books VALUES (?, ?, ?)');
for (let n = 1; n <= 10; n += 1) insert.run(n, `Book ${n}`, 1 + (n % 3));

let count = 0;
const query = (sql, ...values) => {
	count += 1;
	return db.prepare(sql).all(...values);
};
/** How many queries there were since it was last asked. */
export const queries = () => {
	const seen = count;
	count = 0;
	return seen;
};

export const books = (first) => query('SELECT * FROM books ORDER BY id LIMIT ?', first);
export const author = (id) => query('SELECT * FROM authors WHERE id = ?', id)[0];
export const booksOf = (id, first) =>
	query('SELECT * FROM books WHERE author_id = ? ORDER BY id LIMIT ?', id, first);
/** The authors with these ids, in the same order. */
export const authors = (ids) => {
	const marks = ids.map(() => '?').join(', ');
	const rows = query(`SELECT * FROM authors WHERE id IN (${marks})`, ...ids);
	return ids.map((id) => rows.find((row) => row.id === id));
};
export const rename = (id, title) =>
	query('UPDATE books SET title = ? WHERE id = ? RETURNING *', title, id)[0];
