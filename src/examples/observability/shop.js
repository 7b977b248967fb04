import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { registry } from './metrics.js';
import { ask, parentOf, span } from './trace.js';

// #region metrics
const metrics = registry();
const requests = metrics.counter('http_requests_total', 'Answered.');
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const seconds = metrics.histogram(
	'http_request_duration_seconds',
	'Time until the answer.',
	BOUNDS,
);
let busy = 0;
metrics.gauge('http_requests_in_progress', 'Not answered yet.', () => busy);
// #endregion metrics

// Somebody's second set: the same, by address.
const careless = registry();
const byPath = careless.histogram('path_seconds', 'By address.', BOUNDS);

const prices = process.env.PRICES;
const routes = [
	[
		'/orders/:id',
		/^\/orders\/(\d+)$/,
		async ([, id]) => {
			if (id % 77 === 0) throw new Error('cannot be read');
			if (id % 50 === 0) await sleep(1200); // archived: a slow disk
			return { id };
		},
	],
	[
		'/basket',
		/^\/basket$/,
		// #region basket
		async () => {
			const costs = [];
			for (const item of ['tea', 'cup', 'pot', 'tin'])
				costs.push(await ask(`${prices}/price?of=${item}`));
			return costs;
		},
		// #endregion basket
	],
	[
		'/basket-at-once',
		/^\/basket-at-once$/,
		() => ask(`${prices}/price?of=tea,cup,pot,tin`),
	],
];

createServer(async (request, response) => {
	const { pathname } = new URL(`http://localhost${request.url}`);
	const exposed = { '/metrics': metrics, '/by-path': careless }[pathname];
	if (exposed) {
		response.setHeader('content-type', 'text/plain; version=0.0.4; charset=utf-8');
		return response.end(exposed.text());
	}
	// #region measure
	const start = performance.now();
	busy += 1;
	const found = routes.find(([, form]) => form.test(pathname));
	const [route, form, handle] = found ?? ['unknown'];
	let [status, body] = [404, {}];
	try {
		if (found) {
			const work = () => handle(form.exec(pathname));
			const parent = parentOf(request.headers.traceparent);
			body = await span(`GET ${route}`, work, parent);
			status = 200;
		}
	} catch {
		[status, body] = [500, {}];
	}
	const took = (performance.now() - start) / 1000;
	busy -= 1;
	requests.add({ route, status });
	seconds.observe({ route }, took);
	// #endregion measure
	byPath.observe({ path: pathname }, took);
	response.writeHead(status, { 'content-type': 'application/json' });
	response.end(`${JSON.stringify(body)}\n`);
}).listen(process.env.PORT, '127.0.0.1');
