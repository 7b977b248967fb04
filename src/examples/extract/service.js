// node service.js <port>: the catalogue. SIGUSR2 makes it slow: it then answers nothing.
import { createServer } from 'node:http';
import { answer } from './shop.js';

let slow = false;
let requests = 0;
process.on('SIGUSR2', () => {
	slow = true;
});
createServer((request, response) => {
	if (request.url === '/count') return response.end(`${requests}`);
	requests += 1;
	if (slow) return undefined; // accepts, and says nothing
	return response.end(JSON.stringify(answer(request.url)));
}).listen(process.argv[2], '127.0.0.1');
