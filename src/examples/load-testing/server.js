import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** An API whose database has four connections, and 20 ms for each query. */
export function serve({ most = Infinity } = {}) {
	// #region pool
	let free = 4;
	const waiting = [];

	async function query() {
		if (free > 0) free -= 1;
		else await new Promise((turn) => waiting.push(turn));
		await sleep(20);
		const next = waiting.shift();
		if (next) next();
		else free += 1;
	}
	// #endregion pool

	return createServer(async (request, response) => {
		// #region report
		if (request.url === '/report') {
			// Stands for a computation of one second in the only thread.
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
			return response.end('done\n');
		}
		// #endregion report
		// #region shed
		if (waiting.length >= most) {
			response.writeHead(503, { 'retry-after': '1' });
			return response.end('too busy\n');
		}
		// #endregion shed
		await query();
		response.end('an order\n');
	});
}
