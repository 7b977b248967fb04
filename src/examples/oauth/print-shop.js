// node print-shop.js <port> <issuer> <photos>: the program that Ada lets look at her photos.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { challengeOf } from './clients.js';

const random = () => randomBytes(32).toString('base64url');

/** The print shop, with its three locks, each of which can be left out to see what it is for. */
export function makeServer(shop, issuer, photos, { state = true, pkce = true, nonce = true } = {}) {
	const sessions = new Map();
	const keys = createRemoteJWKSet(new URL(`${issuer}/keys`));

	// #region begin
	function begin(session) {
		Object.assign(session, { verifier: random(), state: random(), nonce: random() });
		const address = new URL(`${issuer}/authorize`);
		address.search = new URLSearchParams({
			response_type: 'code',
			client_id: 'print-shop',
			redirect_uri: `${shop}/callback`,
			scope: 'openid photos:read',
			state: session.state,
			nonce: session.nonce,
			...(pkce && {
				code_challenge: challengeOf(session.verifier),
				code_challenge_method: 'S256',
			}),
		});
		return address.href;
	}
	// #endregion begin

	// #region finish
	async function finish(session, query) {
		if (state && (!session.state || query.get('state') !== session.state))
			throw new Error('this answer belongs to no question of ours');
		if (query.get('iss') !== issuer) throw new Error('an answer from another server');
		const response = await fetch(`${issuer}/token`, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'authorization_code',
				client_id: 'print-shop',
				redirect_uri: `${shop}/callback`,
				code: query.get('code'),
				code_verifier: session.verifier ?? '',
			}),
		});
		const answer = await response.json();
		if (!response.ok) throw new Error(answer.error);
		const { payload } = await jwtVerify(answer.id_token, keys, {
			issuer,
			audience: 'print-shop',
			algorithms: ['ES256'],
		});
		if (nonce && payload.nonce !== session.nonce) throw new Error('an old ID token');
		delete session.state;
		Object.assign(session, { user: payload.sub, token: answer.access_token });
	}
	// #endregion finish

	return createServer(async (request, response) => {
		let id = /session=([\w-]+)/.exec(request.headers.cookie)?.[1];
		if (!sessions.has(id)) {
			id = random();
			sessions.set(id, {});
			response.setHeader('set-cookie', `session=${id}; HttpOnly; SameSite=Lax; Path=/`);
		}
		const session = sessions.get(id);
		try {
			const url = new URL(request.url, shop);
			if (url.pathname === '/login')
				return response.writeHead(302, { location: begin(session) }).end();
			if (url.pathname === '/callback') {
				await finish(session, url.searchParams);
				return response.writeHead(302, { location: '/' }).end();
			}
			const photos_ = session.token
				? await (
						await fetch(photos, { headers: { authorization: `Bearer ${session.token}` } })
					).text()
				: 'log in first\n';
			return response.end(`${session.user ?? 'somebody'}: ${photos_}`);
		} catch (error) {
			return response.writeHead(400).end(`refused: ${error.message}\n`);
		}
	});
}

if (process.argv[1] === import.meta.filename) {
	const [port, issuer, photos] = process.argv.slice(2);
	makeServer(`http://127.0.0.1:${port}`, issuer, photos).listen(port, '127.0.0.1');
}
