import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { fault } from './signature.js';

const SECRETS = ['whsec_new', 'whsec_old']; // both, while the secret is changed
const LARGEST = 1_000_000; // bytes
const db = new DatabaseSync(process.env.DB ?? ':memory:', { timeout: 5000 });
db.exec(`
	CREATE TABLE IF NOT EXISTS inbox (
		id TEXT PRIMARY KEY, body TEXT NOT NULL,
		done INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0
	) STRICT;
	CREATE TABLE IF NOT EXISTS paid (
		order_id TEXT NOT NULL, cents INTEGER NOT NULL
	) STRICT;
`);

/** The bytes of a body; nothing if there are too many. */
async function bytes(request) {
	const chunks = [];
	let length = 0;
	for await (const chunk of request) {
		length += chunk.length;
		if (length <= LARGEST) chunks.push(chunk); // the rest is thrown away
	}
	return length <= LARGEST ? Buffer.concat(chunks) : undefined;
}

function idOf(raw) {
	try {
		return JSON.parse(raw).id;
	} catch {
		return undefined;
	}
}

// #region receive
async function receive(request) {
	const raw = await bytes(request);
	if (!raw) return [413, 'too large'];
	const wrong = fault(SECRETS, request.headers['x-signature'], raw);
	if (wrong) return [401, wrong];
	const id = idOf(raw);
	if (typeof id !== 'string') return [400, 'not an event'];
	const { changes } = db
		.prepare(
			`INSERT INTO inbox (id, body) VALUES (?, ?)
			ON CONFLICT DO NOTHING
			`,
		)
		.run(id, raw.toString());
	return [202, changes === 1 ? 'accepted' : 'known already'];
}
// #endregion receive

// #region work
/** Works through the inbox, each event with its effect in one transaction. */
function work() {
	const waiting = db
		.prepare('SELECT id, body FROM inbox WHERE done = 0 AND failures < 5')
		.all();
	for (const { id, body } of waiting) {
		db.exec('BEGIN IMMEDIATE');
		try {
			const { changes } = db
				.prepare('UPDATE inbox SET done = 1 WHERE id = ? AND done = 0')
				.run(id);
			// For the exercise: the worst moment to die.
			if (process.env.CRASH_AT === id) process.kill(process.pid, 'SIGKILL');
			if (changes === 1) apply(JSON.parse(body)); // else another worker has it
			db.exec('COMMIT');
		} catch (error) {
			if (db.isTransaction) db.exec('ROLLBACK');
			db.prepare('UPDATE inbox SET failures = failures + 1 WHERE id = ?').run(id);
			console.error(`event ${id}: ${error.message}`);
		}
	}
}

function apply({ type, data }) {
	if (type === 'payment.succeeded')
		db.prepare('INSERT INTO paid VALUES (?, ?)').run(data.order, data.cents);
}
// #endregion work

/** A locked or full disk is no event's fault: later again. */
function tryToWork() {
	try {
		work();
	} catch (error) {
		console.error(`worker: ${error.message}`);
	}
}
tryToWork();
setInterval(tryToWork, 1000).unref();

const paid = () => {
	const { n, cents } = db
		.prepare('SELECT count(*) AS n, sum(cents) AS cents FROM paid')
		.get();
	return `${n} paid, ${cents ?? 0} cents\n`;
};

export const server = createServer(async (request, response) => {
	try {
		if (request.url === '/paid') return response.end(paid());
		const [status, text] = await receive(request);
		response.on('finish', tryToWork); // first the answer, then the work
		response.writeHead(status).end(`${status} ${text}\n`);
	} catch (error) {
		console.error(`request: ${error.message}`); // for us, not for strangers
		response.writeHead(500).end();
	}
}).listen(process.env.PORT ?? 0, '127.0.0.1');
