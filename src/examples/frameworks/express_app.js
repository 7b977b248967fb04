import { randomUUID } from 'node:crypto';
import express from 'express';

const orders = new Map();
const app = express();

// #region middleware
app.use((request, response, next) => {
	response.set('X-Request-Id', request.get('X-Request-Id') ?? randomUUID());
	next();
});
app.use(express.json({ limit: '10kb' }));
// #endregion middleware

// #region routes
app.post('/orders', (request, response) => {
	const { article, count } = request.body ?? {};
	const faults = {};
	if (typeof article !== 'string' || article === '') faults.article = 'say which';
	if (!Number.isInteger(count) || count < 1) faults.count = 'at least 1';
	if (Object.keys(faults).length) return response.status(422).json({ faults });
	const order = { id: orders.size + 1, article, count };
	orders.set(String(order.id), order);
	response.status(201).location(`/orders/${order.id}`).json(order);
});

app.get('/orders/:id', (request, response) => {
	const order = orders.get(request.params.id);
	if (!order) return response.status(404).json({ error: 'no such order' });
	response.json(order);
});

app.get('/broken', async () => {
	throw new Error('the database is away');
});
// #endregion routes

app.get('/hello', (request, response) => {
	const name = String(request.query.name ?? 'stranger');
	const safe = name.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
	response.send(`<p>Hello, ${safe}</p>`);
});

// #region errors
app.use((request, response) => {
	response.status(404).json({ error: 'not found' });
});
app.use((error, request, response, _next) => {
	const status = error.status ?? 500;
	response.status(status).json({ error: status < 500 ? 'bad request' : 'our fault' });
});
// #endregion errors

app.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
