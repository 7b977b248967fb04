import { createServer } from 'node:http';

const prices = new Map();
// decodeURIComponent throws at a % that begins no character.
const isEncoded = (text) => {
	try {
		return decodeURIComponent(text) !== undefined;
	} catch {
		return false;
	}
};

const server = createServer(async (request, response) => {
	const answer = (status, body, headers = {}) => {
		response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
		response.end(JSON.stringify(body));
	};
	// #region handle
	const path = /^\/prices\/([^/]+)$/.exec(request.url);
	if (!path) return answer(404, { error: 'not found' });
	if (!isEncoded(path[1])) return answer(404, { error: 'not found' });
	const name = decodeURIComponent(path[1]);
	if (request.method === 'GET') {
		if (!prices.has(name)) return answer(404, { error: `no price for ${name}` });
		return answer(200, { name, cents: prices.get(name) });
	}
	if (request.method !== 'PUT')
		return answer(405, { error: 'GET or PUT' }, { Allow: 'GET, PUT' });
	let body = '';
	for await (const chunk of request) body += chunk;
	if (!/^\d{1,9}$/.test(body))
		return answer(400, { error: 'send a whole number of cents' });
	const status = prices.has(name) ? 200 : 201;
	prices.set(name, Number(body));
	answer(status, { name, cents: Number(body) });
	// #endregion handle
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('listening'));
