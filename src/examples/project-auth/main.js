// DATABASE_URL=postgres://... PORT=3000 ORIGIN=http://localhost:3000 node main.js <mails> [careless]
import { appendFile } from 'node:fs';
import pg from 'pg';
import * as careless from './careless.js';
import { migrate } from './migrate.js';
import { makeServer } from './server.js';

const [mails, how] = process.argv.slice(2);
const db = new pg.Pool({
	connectionString: process.env.DATABASE_URL,
	max: 10,
	connectionTimeoutMillis: 5000,
	statement_timeout: 5000,
});
db.on('error', (error) => console.error('a resting connection broke:', error.message));
await migrate(db);

/** In development mail is a line in a file. Nobody waits for it. */
const mail = (letter) =>
	appendFile(mails, `${JSON.stringify(letter)}\n`, (error) => error && console.error(error));

const server = makeServer(db, { mail, parts: how === 'careless' ? careless : {} });
server.listen(process.env.PORT ?? 3000, '127.0.0.1', () => console.log('listening'));
for (const signal of ['SIGTERM', 'SIGINT'])
	process.once(signal, () => server.close(() => db.end()));
