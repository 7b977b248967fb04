import pg from 'pg';

const client = new pg.Client(process.env.DATABASE_URL);
await client.connect();
const { rows } = await client.query(`
  SELECT 7 AS int, 7::bigint AS bigint, 7.10::numeric AS numeric,
         true AS boolean, NULL AS null, '{"a":1}'::jsonb AS jsonb`);
for (const [type, value] of Object.entries(rows[0]))
  console.log(type.padEnd(8), typeof value, value);
await client.end();
