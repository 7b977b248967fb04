/**
 * The handbook's public address, the one setting of where it is served: scheme, host and base path.
 * Set HANDBOOK_URL to build for another place; a path is allowed, as on a Git host's project pages
 * (`https://example.org/handbook/`).
 */
const address = new URL(process.env['HANDBOOK_URL'] ?? 'http://localhost:4321/');

export const site = {
	name: 'Backend Developer Handbook',
	tagline: 'Backend development, explained deeply, in the right order, with code that really ran.',
	origin: address.origin,
	/** The base path with a slash at both ends, `/` at a root. */
	base: address.pathname.endsWith('/') ? address.pathname : `${address.pathname}/`,
	repository: process.env['HANDBOOK_REPOSITORY'],
} as const;

/**
 * Puts the base path before a root-relative address.
 * @param path An address in the handbook, such as `/dns/#ttl`. Anything else is returned unchanged.
 */
export function withBase(path: string, base: string = site.base): string {
	return path.startsWith('/') && !path.startsWith('//') ? base + path.slice(1) : path;
}
