import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { place, total } from './orders.js';

const STATUS = { 23514: 409, 23503: 404 }; // check_violation, foreign_key_violation

/** The API over a pool of connections. */
export const makeServer = (db) =>
	createServer(async (request, response) => {
		const send = (status, body) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(`${JSON.stringify(body)}\n`);
		};
		try {
			const id = /^\/orders\/(\d+)$/.exec(request.url)?.[1];
			if (request.method === 'POST' && request.url === '/orders') {
				const { customer, wishes } = await json(request);
				const order = await place(db, customer, wishes);
				return send(201, { id: order, cents: await total(db, order) });
			}
			if (request.method === 'GET' && id) {
				const { rows } = await db.query('SELECT customer FROM orders WHERE id = $1', [id]);
				if (rows.length === 0) return send(404, { error: 'no such order' });
				return send(200, { ...rows[0], cents: await total(db, id) });
			}
			send(404, { error: 'nothing here' });
		} catch (error) {
			send(STATUS[error.code] ?? 500, { error: error.constraint ?? 'failed' });
		}
	});
