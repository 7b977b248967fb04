// DATABASE_URL=postgres://... PORT=3000 ORIGIN=http://localhost:3000 node main.js
import pg from 'pg';
import { migrate } from './migrate.js';
import { makeServer } from './server.js';

const db = new pg.Pool({
	connectionString: process.env.DATABASE_URL,
	max: 10,
	connectionTimeoutMillis: 5000,
	statement_timeout: 5000,
});
db.on('error', (error) => console.error('a resting connection broke:', error.message));
await migrate(db);

const server = makeServer(db, { origin: process.env.ORIGIN });
server.listen(process.env.PORT ?? 3000, '127.0.0.1', () => console.log('listening'));
for (const signal of ['SIGTERM', 'SIGINT'])
	process.once(signal, () => server.close(() => db.end()));
