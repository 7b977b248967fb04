/** What the reader has searched for, kept in this browser only. */
const KEY = 'handbook:searches';
const MOST = 8;

/** The last searches, the newest first; none if they cannot be read. */
export function recentSearches(): string[] {
	try {
		const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(list) ? list.filter((one) => typeof one === 'string').slice(0, MOST) : [];
	} catch {
		return [];
	}
}

export function rememberSearch(query: string): void {
	const list = [query, ...recentSearches().filter((one) => one !== query)].slice(0, MOST);
	try {
		localStorage.setItem(KEY, JSON.stringify(list));
	} catch {
		// Full, or forbidden: then nothing is remembered.
	}
}

export function forgetSearches(): void {
	localStorage.removeItem(KEY);
}
