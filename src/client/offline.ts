/** Keeps what the reader has visited for when there is no network. */
const supported = 'serviceWorker' in navigator && import.meta.env.PROD;

/** Asks the service worker to keep a page with all that it loads. */
export async function keepForOffline(path: string): Promise<void> {
	if (!supported) return;
	const { active } = await navigator.serviceWorker.ready;
	active!.postMessage({ keep: path });
}

if (supported) {
	// On a first visit the page is there before the worker, which has therefore not seen it.
	const unseen = !navigator.serviceWorker.controller;
	addEventListener('load', () => {
		navigator.serviceWorker
			.register(`${import.meta.env.BASE_URL}sw.js`)
			.then(() => (unseen ? keepForOffline(location.pathname) : undefined))
			// Some private windows refuse: the pages work all the same.
			.catch(() => undefined);
	});
}
