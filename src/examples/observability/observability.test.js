import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { registry } from './metrics.js';
import { parentOf } from './trace.js';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

test('a registry writes the text format', () => {
	const all = registry();
	const requests = all.counter('requests_total', 'Requests.');
	const seconds = all.histogram('seconds', 'Time.', [0.1, 1]);
	all.gauge('waiting', 'Now.', () => 3);
	requests.add({ path: 'a "b" \\ \n' });
	requests.add({ path: 'a "b" \\ \n' }, 2);
	for (const value of [0.1, 0.5, 7]) seconds.observe({ route: '/' }, value);
	assert.equal(
		all.text(),
		`# HELP requests_total Requests.
# TYPE requests_total counter
requests_total{path="a \\"b\\" \\\\ \\n"} 3
# HELP seconds Time.
# TYPE seconds histogram
seconds_bucket{route="/",le="0.1"} 1
seconds_bucket{route="/",le="1"} 2
seconds_bucket{route="/",le="+Inf"} 3
seconds_sum{route="/"} 7.6
seconds_count{route="/"} 3
# HELP waiting Now.
# TYPE waiting gauge
waiting 3
`,
	);
});

test('only a valid traceparent is believed', () => {
	const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
	const id = '00f067aa0ba902b7';
	assert.deepEqual(parentOf(`00-${trace}-${id}-01`), { trace, id });
	for (const wrong of [
		undefined,
		'',
		`00-${trace}-${id}`,
		`00-${'0'.repeat(32)}-${id}-01`,
		`00-${trace}-${'0'.repeat(16)}-01`,
		`00-${trace.toUpperCase()}-${id}-01`,
		`ff-${trace}-${id}-01`,
	])
		assert.equal(parentOf(wrong), undefined, wrong);
});

async function freePort() {
	const server = createServer();
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const { port } = server.address();
	server.close();
	return port;
}

/** Starts a service and waits until it answers; `spans` grows with what it prints. */
async function start(file, env = {}) {
	const port = await freePort();
	const child = spawn(process.execPath, [here(file)], {
		env: { ...process.env, PORT: `${port}`, ...env },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const spans = [];
	createInterface({ input: child.stdout }).on('line', (line) => spans.push(JSON.parse(line)));
	const url = `http://127.0.0.1:${port}`;
	for (;;) {
		const answered = await fetch(`${url}/metrics`).catch(() => undefined);
		if (answered) break;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return { child, spans, url };
}

let shop, prices;
before(async () => {
	prices = await start('prices.js');
	shop = await start('shop.js', { PRICES: prices.url });
});
after(() => [shop, prices].forEach(({ child }) => child.kill()));

test('requests are counted by route and status, whatever the address', async () => {
	for (const path of ['/orders/1', '/orders/2', '/orders/77', '/nothing', '//', '/%'])
		await fetch(`${shop.url}${path}`);
	const text = await (await fetch(`${shop.url}/metrics`)).text();
	assert.match(text, /^http_requests_total\{route="\/orders\/:id",status="200"\} 2$/m);
	assert.match(text, /^http_requests_total\{route="\/orders\/:id",status="500"\} 1$/m);
	assert.match(text, /^http_requests_total\{route="unknown",status="404"\} 3$/m);
	assert.match(text, /^http_requests_in_progress 0$/m);
});

test('one trace goes through both services', async () => {
	const trace = 'feedfacefeedfacefeedfacefeedface';
	const headers = { traceparent: `00-${trace}-00f067aa0ba902b7-01` };
	await fetch(`${shop.url}/basket`, { headers });
	const of = ({ spans }) => spans.filter((span) => span.trace === trace);
	while (of(shop).length < 5 || of(prices).length < 4)
		await new Promise((resolve) => setTimeout(resolve, 5));
	const asked = new Set(of(shop).map(({ id }) => id));
	assert.equal(of(shop).length, 5);
	assert.ok(of(prices).every(({ parent }) => asked.has(parent)));
});

test('the month is the same everywhere, and uses four fifths of its budget', () => {
	const text = execFileSync(process.execPath, [here('history.js')], { maxBuffer: 2 ** 24 });
	const last = (status) =>
		Number(
			`${text}`
				.split('\n')
				.findLast((line) => line.includes(`"${status}"`))
				.split(' ')[1],
		);
	assert.deepEqual([last(200), last(500)], [6507116, 5284]);
});
