// DATABASE_URL=postgres://... PASSWORD=... node author.js <mail address> <name>
import pg from 'pg';
import { addAuthor } from './accounts.js';
import { migrate } from './migrate.js';

const [email, name] = process.argv.slice(2);
const db = new pg.Pool({ connectionString: process.env.DATABASE_URL });
await migrate(db);
await addAuthor(db, { email, name, password: process.env.PASSWORD });
await db.end();
