// A server as it is after the first afternoon. Never put it on a network.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { notes, users } from './data.js';

export const insecure = () => {
	const kept = [...notes];
	return createServer(async (request, response) => {
		response.setHeader('x-powered-by', 'Node.js 24');
		response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
		response.setHeader('access-control-allow-credentials', 'true');
		response.setHeader('set-cookie', 'session=12345; Path=/');
		try {
			const { pathname } = new URL(request.url, 'http://localhost');
			if (pathname === '/debug') return response.end(JSON.stringify(process.memoryUsage()));
			if (pathname === '/users/1') return response.end(JSON.stringify(users.get('1')));
			if (pathname === '/login') {
				const { password } = JSON.parse(await text(request));
				response.statusCode = password === 'correct horse' ? 200 : 401;
				return response.end('{}');
			}
			if (pathname === '/notes' && request.method === 'POST') {
				kept.push(JSON.parse(await text(request)).text);
				return response.writeHead(201).end('{}');
			}
			// #region page
			response.setHeader('content-type', 'text/html; charset=utf-8');
			response.end(`<!doctype html><title>Guests</title>
				<ul>${kept.map((note) => `<li>${note}</li>`).join('')}</ul>`);
			// #endregion page
		} catch (error) {
			response.writeHead(500).end(error.stack);
		}
	});
};
