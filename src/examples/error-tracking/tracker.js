// node tracker.js: keeps the events that it is sent.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

const events = [];
createServer(async (request, response) => {
	if (request.method === 'POST') {
		events.push(await json(request));
		response.statusCode = 202;
		return response.end();
	}
	response.setHeader('content-type', 'application/json');
	response.end(JSON.stringify(events));
}).listen(process.env.PORT, '127.0.0.1', () => console.log('ready'));
