const send = (url, body, headers = { 'content-type': 'application/json' }) =>
	fetch(url, { method: 'POST', body, headers });
const header = async (url, name) => (await fetch(url)).headers.get(name) ?? '';

/** What must hold: the number in OWASP's list for APIs, what it is, and how to find out. */
export const checks = [
	[
		2,
		'guessing a password is slowed down',
		async (at) => {
			let last;
			for (let n = 0; n < 10; n += 1) last = await send(`${at}/login`, '{"password":"guess"}');
			return last.status === 429;
		},
	],
	[
		3,
		'a user is sent without the hash of the password',
		async (at) => !/hash/i.test(await (await fetch(`${at}/users/1`)).text()),
	],
	[
		4,
		'a body of 1 MB is refused',
		async (at) =>
			(await send(`${at}/notes`, JSON.stringify({ text: 'x'.repeat(1e6) }))).status === 413,
	],
	[
		8,
		'other types than JSON are refused',
		async (at) =>
			(await send(`${at}/notes`, '{"text":"x"}', { 'content-type': 'text/plain' })).status === 415,
	],
	[
		8,
		'a broken body is answered 400, without a stack',
		async (at) => {
			const response = await send(`${at}/notes`, '{"text":');
			return response.status === 400 && !/at .*js:\d/.test(await response.text());
		},
	],
	[
		8,
		'strange origins get no permission',
		async (at) => {
			const { headers } = await fetch(at, { headers: { origin: 'https://evil.example' } });
			return headers.get('access-control-allow-origin') === null;
		},
	],
	[
		8,
		'a content security policy without unsafe-inline',
		async (at) =>
			/default-src/.test(await header(at, 'content-security-policy')) &&
			!/unsafe-inline/.test(await header(at, 'content-security-policy')),
	],
	[
		8,
		'types are not guessed',
		async (at) => (await header(at, 'x-content-type-options')) === 'nosniff',
	],
	[
		8,
		'encryption is insisted on (HSTS)',
		async (at) => /max-age=\d{7}/.test(await header(at, 'strict-transport-security')),
	],
	[
		8,
		'private answers are not kept',
		async (at) => /no-store/.test(await header(`${at}/users/1`, 'cache-control')),
	],
	[
		8,
		'the cookie is HttpOnly, Secure, SameSite',
		async (at) => /HttpOnly.*Secure.*SameSite/.test(await header(at, 'set-cookie')),
	],
	[8, 'the software is not named', async (at) => (await header(at, 'x-powered-by')) === ''],
	[9, 'no page for debugging', async (at) => (await fetch(`${at}/debug`)).status === 404],
];
