// node authorization-server.js <port> <address of the print shop> [careless]
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { begins, challengeOf, clients, exact, same } from './clients.js';

const random = () => randomBytes(32).toString('base64url');
const people = new Map([
	['ada', 'correct horse'], // hashed, in a real one
	['mallory', 'battery staple'],
]);

/** An OAuth 2 authorization server that keeps everything in memory. */
export async function makeServer(issuer, shop, careless = false) {
	const { privateKey, publicKey } = await generateKeyPair('ES256');
	const known = clients(shop);
	const registered = careless ? begins : exact;
	const codes = new Map(); // code -> what it may be exchanged for
	const refreshes = new Map(); // refresh token -> its grant
	const sign = (claims, audience, type) =>
		new SignJWT(claims)
			.setProtectedHeader({ alg: 'ES256', typ: type, kid: '1' })
			.setIssuer(issuer)
			.setAudience(audience)
			.setIssuedAt()
			.setExpirationTime('5m')
			.sign(privateKey);

	// #region tokens
	/** What the token endpoint answers for a grant. */
	async function tokens(grant) {
		const { user, client, scope, nonce } = grant;
		const answer = {
			access_token: await sign(
				{ sub: user ?? client, client_id: client, scope },
				'photos',
				'at+jwt',
			),
			token_type: 'Bearer',
			expires_in: 300,
			scope,
		};
		if (user) {
			answer.refresh_token = random();
			refreshes.set(answer.refresh_token, grant);
		}
		if (scope.split(' ').includes('openid'))
			answer.id_token = await sign({ sub: user, nonce }, client, 'JWT');
		return answer;
	}
	// #endregion tokens

	// #region authorize
	/** The address to send the browser to, once the user has logged in and agreed. */
	function authorize(query, user) {
		const client = known.get(query.client_id);
		// Until these two are certain, nothing is sent anywhere.
		if (!client) return { status: 400, body: 'unknown client\n' };
		if (!registered(client, query.redirect_uri ?? ''))
			return { status: 400, body: 'unknown redirect_uri\n' };
		const back = new URL(query.redirect_uri);
		const send = (fields) => {
			for (const [name, value] of Object.entries({ ...fields, state: query.state, iss: issuer }))
				if (value !== undefined) back.searchParams.set(name, value);
			return { status: 302, headers: { location: back.href } };
		};
		const scope = (query.scope ?? '').split(' ');
		if (query.response_type !== 'code') return send({ error: 'unsupported_response_type' });
		if (!scope.every((one) => client.scopes.includes(one))) return send({ error: 'invalid_scope' });
		if (!careless && !(query.code_challenge && query.code_challenge_method === 'S256'))
			return send({ error: 'invalid_request' });
		const code = random();
		codes.set(code, {
			grant: { user, client: query.client_id, scope: scope.join(' '), nonce: query.nonce },
			redirect: query.redirect_uri,
			challenge: query.code_challenge,
			ends: Date.now() + 60_000,
		});
		return send({ code });
	}
	// #endregion authorize

	const refuse = (error) => ({ status: 400, body: { error } });
	const grants = {
		// #region code
		authorization_code({ code, client_id, redirect_uri, code_verifier = '' }) {
			const found = codes.get(code);
			if (!found || found.ends < Date.now() || found.grant.client !== client_id)
				return refuse('invalid_grant');
			if (found.used) {
				found.grant.ended = true; // somebody has it who should not: end all of it
				return refuse('invalid_grant');
			}
			if (found.redirect !== redirect_uri) return refuse('invalid_grant');
			if (found.challenge && !same(challengeOf(code_verifier), found.challenge))
				return refuse('invalid_grant');
			found.used = true;
			return { grant: found.grant };
		},
		// #endregion code
		// #region refresh
		refresh_token({ refresh_token, client_id }) {
			const grant = refreshes.get(refresh_token);
			if (!grant || grant.client !== client_id || grant.ended) return refuse('invalid_grant');
			grant.spent ??= new Set();
			if (grant.spent.has(refresh_token)) {
				grant.ended = true; // two hold the same token
				return refuse('invalid_grant');
			}
			grant.spent.add(refresh_token);
			return { grant };
		},
		// #endregion refresh
		client_credentials({ client_id, client_secret = '', scope = '' }) {
			const client = known.get(client_id);
			if (!client?.secret || !same(client_secret, client.secret)) return refuse('invalid_client');
			if (!scope.split(' ').every((one) => client.scopes.includes(one)))
				return refuse('invalid_scope');
			return { grant: { client: client_id, scope } };
		},
	};

	const routes = {
		'GET /.well-known/openid-configuration': () => ({
			body: {
				issuer,
				authorization_endpoint: `${issuer}/authorize`,
				token_endpoint: `${issuer}/token`,
				jwks_uri: `${issuer}/keys`,
				code_challenge_methods_supported: ['S256'],
			},
		}),
		'GET /keys': async () => ({
			body: { keys: [{ ...(await exportJWK(publicKey)), kid: '1', alg: 'ES256', use: 'sig' }] },
		}),
		// The form of a real server stands between this and the answer: login, and "allow?".
		'POST /authorize': ({ query, sent }) =>
			people.has(sent.name) && people.get(sent.name) === sent.password
				? authorize(query, sent.name)
				: { status: 401, body: 'name or password is wrong\n' },
		'POST /token': async ({ sent }) => {
			const kind = Object.hasOwn(grants, sent.grant_type) && grants[sent.grant_type];
			if (!kind) return refuse('unsupported_grant_type');
			const { grant, ...refused } = kind(sent);
			return grant ? { body: await tokens(grant) } : refused;
		},
	};

	async function answer(request) {
		const url = URL.parse(request.url, issuer);
		const route = url && routes[`${request.method} ${url.pathname}`];
		if (!route) return { status: 404, body: 'not here\n' };
		return route({
			query: Object.fromEntries(url.searchParams),
			sent: Object.fromEntries(new URLSearchParams(await text(request))),
		});
	}

	return createServer(async (request, response) => {
		const {
			status = 200,
			headers,
			body,
			// A request that is broken off must not end the program.
		} = await answer(request).catch(() => ({ status: 500, body: 'failed\n' }));
		const json = typeof body === 'object';
		response.writeHead(status, {
			'content-type': json ? 'application/json' : 'text/plain',
			'cache-control': 'no-store',
			...headers,
		});
		response.end(json ? `${JSON.stringify(body)}\n` : body);
	});
}

if (process.argv[1] === import.meta.filename) {
	const [port, shop, how] = process.argv.slice(2);
	const server = await makeServer(`http://127.0.0.1:${port}`, shop, how === 'careless');
	server.listen(port, '127.0.0.1');
}
