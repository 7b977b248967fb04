// node photos.js <port> <issuer>: the API whose photos are to be printed.
import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/** The API, which knows of the authorization server only its address and its public keys. */
export function makeServer(issuer) {
	const keys = createRemoteJWKSet(new URL(`${issuer}/keys`));
	// #region check
	const check = async (header, scope) => {
		const token = /^Bearer (\S+)$/.exec(header)?.[1];
		if (!token) return { status: 401, error: 'no token' };
		try {
			const { payload } = await jwtVerify(token, keys, {
				issuer,
				audience: 'photos',
				typ: 'at+jwt',
				algorithms: ['ES256'],
			});
			if (!payload.scope.split(' ').includes(scope))
				return { status: 403, error: 'insufficient_scope' };
			return { user: payload.sub };
		} catch {
			return { status: 401, error: 'invalid_token' };
		}
	};
	// #endregion check
	return createServer(async (request, response) => {
		const { status = 200, error, user } = await check(request.headers.authorization, 'photos:read');
		response.writeHead(status, error && { 'www-authenticate': `Bearer error="${error}"` });
		response.end(error ? `${error}\n` : `three photos of ${user}\n`);
	});
}

if (process.argv[1] === import.meta.filename)
	makeServer(process.argv[3]).listen(process.argv[2], '127.0.0.1');
