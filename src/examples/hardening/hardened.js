import { createServer } from 'node:http';
import { notes, users } from './data.js';

class Refused extends Error {
	constructor(status, message) {
		super(message);
		this.status = status;
	}
}

// #region body
/** The JSON of a request: of the right type, and not too large. */
async function jsonOf(request, limit = 10_000) {
	if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
		throw new Refused(415, 'send application/json');
	const parts = [];
	let size = 0;
	for await (const part of request) {
		size += part.length; // reads on, but keeps nothing: who still sends hears no answer
		if (size <= limit) parts.push(part);
	}
	if (size > limit) throw new Refused(413, 'too large');
	let body;
	try {
		body = JSON.parse(Buffer.concat(parts));
	} catch {
		throw new Refused(400, 'this is not JSON');
	}
	if (body === null || typeof body !== 'object') throw new Refused(400, 'send an object');
	return body;
}
// #endregion body

// #region headers
const HEADERS = {
	'content-security-policy':
		"default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
	'strict-transport-security': 'max-age=63072000; includeSubDomains',
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cache-control': 'no-store',
};
// #endregion headers

const ORIGINS = new Set(['https://admin.shop.example']);
const CODES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (sign) => CODES[sign]);

/** The server with its holes closed; `encode: false` leaves one open, to see the second lock. */
export const hardened = ({ encode = true } = {}) => {
	const kept = [...notes];
	let failures = 0;
	const routes = {
		'GET /': () => ({
			type: 'text/html; charset=utf-8',
			body: `<!doctype html><title>Guests</title>
				<ul>${kept.map((note) => `<li>${encode ? escape(note) : note}</li>`).join('')}</ul>`,
		}),
		// #region answer
		'GET /users/1': () => {
			const { id, name } = users.get('1');
			return { body: { id, name } };
		},
		// #endregion answer
		'POST /login': async (request) => {
			const { password } = await jsonOf(request);
			if (failures >= 5) throw new Refused(429, 'too many attempts');
			failures += 1;
			if (password !== 'correct horse') throw new Refused(401, 'wrong');
			failures = 0;
			return { body: {} };
		},
		'POST /notes': async (request) => {
			const { text } = await jsonOf(request);
			if (typeof text !== 'string' || text.length > 500) throw new Refused(400, 'text: up to 500');
			kept.push(text);
			return { status: 201, body: {} };
		},
	};
	return createServer(async (request, response) => {
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		response.setHeader('set-cookie', '__Host-session=1; Path=/; HttpOnly; Secure; SameSite=Lax');
		// #region cors
		const { origin } = request.headers;
		response.setHeader('vary', 'Origin');
		if (ORIGINS.has(origin)) {
			response.setHeader('access-control-allow-origin', origin);
			response.setHeader('access-control-allow-credentials', 'true');
		}
		// #endregion cors
		const send = (status, body, type = 'application/json') => {
			response.writeHead(status, { 'content-type': type });
			response.end(type === 'application/json' ? `${JSON.stringify(body)}\n` : body);
		};
		// #region errors
		try {
			const url = URL.parse(request.url, 'http://localhost');
			const name = `${request.method} ${url?.pathname}`;
			if (!Object.hasOwn(routes, name)) throw new Refused(404, 'nothing here');
			const { status = 200, body, type } = await routes[name](request);
			send(status, body, type);
		} catch (error) {
			if (error instanceof Refused) return send(error.status, { error: error.message });
			console.error(error); // for us, with everything
			send(500, { error: 'something went wrong' }); // for them
		}
		// #endregion errors
	});
};
