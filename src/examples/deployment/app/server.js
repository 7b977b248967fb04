// PORT=… DATABASE=… node server.js
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { open } from './orders.js';

const { PORT = 3000, DATABASE = 'shop.db' } = process.env;
const version = readFileSync(new URL('version.txt', import.meta.url), 'utf8').trim();
const orders = open(DATABASE);
orders.last(); // ends the program if the schema does not fit

const server = createServer(async (request, response) => {
	response.setHeader('x-version', version);
	try {
		if (request.method === 'POST') {
			await sleep(50); // asks the bank
			orders.add('Ada');
		}
		response.end(`${orders.last()}\n`); // also GET /ready
	} catch (error) {
		response.writeHead(500).end(`${error.message}\n`);
	}
});
server.listen(PORT, '127.0.0.1', () => console.log(`version ${version} is ready`));
process.once('SIGTERM', () => server.close()); // finishes what it has
