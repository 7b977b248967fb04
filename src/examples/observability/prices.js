import { createServer } from 'node:http';
import { parentOf, span } from './trace.js';

const CENTS = { tea: 450, cup: 800, pot: 2400, tin: 300 };

createServer(async (request, response) => {
	const { searchParams } = new URL(`http://localhost${request.url}`);
	const items = (searchParams.get('of') ?? '').split(',');
	const costs = await span(
		'GET /price',
		async () => items.map((item) => CENTS[item] ?? null),
		parentOf(request.headers.traceparent),
	);
	response.end(JSON.stringify(costs));
}).listen(process.env.PORT, '127.0.0.1');
