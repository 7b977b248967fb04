/*
 * Keeps the pages that a reader has visited, so that they open without a network: the network's answer first, the kept
 * copy when there is none. What has a hash in its name never changes, and is taken from the copy.
 */
const CACHE = 'handbook-visited-1';
const base = new URL(self.registration.scope).pathname;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
	event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== location.origin) return;
	if (!url.pathname.startsWith(base) || request.headers.has('range')) return;
	const hashed = url.pathname.startsWith(`${base}_astro/`);
	event.respondWith(hashed ? keptFirst(request) : networkFirst(request));
});

/** A page has been visited before this worker was there, or will be wanted without a network. */
self.addEventListener('message', (event) => {
	if (event.data?.keep) event.waitUntil(keepPage(event.data.keep));
});

const find = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });

async function keptFirst(request) {
	return (await find(request)) ?? fetchAndKeep(request);
}

async function networkFirst(request) {
	try {
		return await fetchAndKeep(request);
	} catch (error) {
		const kept = await find(request);
		if (kept) return kept;
		throw error;
	}
}

async function fetchAndKeep(request) {
	const response = await fetch(request);
	if (response.ok && response.type === 'basic') {
		const copy = response.clone();
		const { origin, pathname } = new URL(request.url);
		// A full disk must not cost the reader the page.
		caches
			.open(CACHE)
			.then((cache) => cache.put(origin + pathname, copy))
			.catch(() => undefined);
	}
	return response;
}

/** Keeps a page and the files that it loads, and those that they load. */
async function keepPage(address) {
	const response = await fetchAndKeep(new Request(address)).catch(() => undefined);
	if (!response?.ok) return;
	const html = await response.text();
	const seen = new Set();
	for (const [, file] of html.matchAll(/(?:src|href)="([^"]*\/_astro\/[^"]+)"/g))
		await keepFile(new URL(file, location.href).href, seen);
}

async function keepFile(address, seen) {
	if (seen.has(address)) return;
	seen.add(address);
	const response = await keptFirst(new Request(address)).catch(() => undefined);
	if (!response?.ok || !address.endsWith('.js')) return;
	const imports = (await response.text()).matchAll(
		/["'`](?:\.\/|_astro\/)([\w.-]+\.(?:js|css))["'`]/g,
	);
	for (const [, name] of imports) await keepFile(new URL(name, address).href, seen);
}
