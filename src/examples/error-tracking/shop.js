import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { basename } from 'node:path';
import { basket } from './basket.js';
import { invoiceOf, orderFile } from './data.js';
import { Missing, judge } from './errors.js';
import { history } from './history.js';
import { total } from './money.js';
import { payments } from './payments.js';
import { flush, report } from './report.js';

const readOrder = (id) => JSON.parse(orderFile(id));
const release = basename(import.meta.dirname);

// #region routes
const handlers = {
	orders: (id) => readOrder(id),
	invoices: (year) => ({ cents: total(invoiceOf(year)) }),
	baskets: (id) => basket(id),
	history: (customer) => history(customer),
	charges: (order) => payments(`/charge/${order}`),
	refunds: (order) => payments(`/refund/${order}`),
	customers: () => {
		throw new Missing('there is no such customer');
	},
	later: () => {
		setTimeout(() => total(undefined), 10);
		return { title: 'on its way' };
	},
};
// #endregion routes

export const server = createServer(async ({ url }, response) => {
	// #region boundary
	const [, name, argument] = url.split('/');
	const known = Object.hasOwn(handlers, name);
	const route = known ? `/${name}/:id` : 'unknown';
	const request = randomBytes(4).toString('hex');
	let [status, body] = [200];
	try {
		if (!known) throw new Missing('there is nothing here');
		body = await handlers[name](argument);
	} catch (error) {
		const { title, level, ...answer } = judge(error);
		status = answer.status;
		body = { title, status, request };
		if (level) report(error, { level, route, request, release });
	}
	// #endregion boundary
	const type = status < 400 ? 'application/json' : 'application/problem+json';
	response.writeHead(status, { 'content-type': type, 'x-release': release });
	response.end(`${JSON.stringify(body)}\n`);
});

// #region fatal
process.on('uncaughtException', async (error) => {
	server.close(); // nobody new
	report(error, { level: 'fatal', release });
	await flush();
	process.exit(1);
});
// #endregion fatal
