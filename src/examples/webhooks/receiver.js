import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { fault } from './signature.js';

const SECRETS = ['whsec_new', 'whsec_old']; // both, while the secret is changed
const db = new DatabaseSync(process.env.DB ?? ':memory:');
db.exec(`
	CREATE TABLE IF NOT EXISTS inbox (
		id TEXT PRIMARY KEY, body TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0
	) STRICT;
	CREATE TABLE IF NOT EXISTS paid (order_id TEXT, cents INTEGER) STRICT;
`);

// #region receive
async function receive(request) {
	const raw = Buffer.concat(await Array.fromAsync(request));
	const wrong = fault(SECRETS, request.headers['x-signature'], raw);
	if (wrong) return [401, wrong];
	const event = JSON.parse(raw);
	const { changes } = db
		.prepare('INSERT INTO inbox (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING')
		.run(event.id, raw.toString());
	return [202, changes === 1 ? 'accepted' : 'known already'];
}
// #endregion receive

// #region work
/** Works through the inbox, each event with its effect in one transaction. */
function work() {
	for (const { id, body } of db.prepare('SELECT * FROM inbox WHERE done = 0').all()) {
		const { type, data } = JSON.parse(body);
		db.exec('BEGIN');
		if (type === 'payment.succeeded')
			db.prepare('INSERT INTO paid VALUES (?, ?)').run(data.order, data.cents);
		db.prepare('UPDATE inbox SET done = 1 WHERE id = ?').run(id);
		db.exec('COMMIT');
	}
}
// #endregion work

createServer(async (request, response) => {
	if (request.url === '/paid') {
		work();
		const { n, cents } = db.prepare('SELECT count(*) AS n, sum(cents) AS cents FROM paid').get();
		return response.end(`${n} paid, ${cents ?? 0} cents\n`);
	}
	const [status, text] = await receive(request).catch((error) => [400, error.message]);
	response.writeHead(status).end(`${status} ${text}\n`);
}).listen(process.env.PORT, '127.0.0.1');
