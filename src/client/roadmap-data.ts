import type { Roadmap } from '../roadmap/roadmap.ts';

const base = import.meta.env.BASE_URL;
let loaded: Promise<Roadmap> | undefined;

/**
 * The roadmap, loaded once a page.
 * @throws {Error} When it cannot be loaded; the next call tries again.
 */
export function loadRoadmap(): Promise<Roadmap> {
	loaded ??= fetch(`${base}api/graph.json`).then((response) => {
		if (!response.ok) throw new Error(`The roadmap did not load: ${response.status}.`);
		return response.json() as Promise<Roadmap>;
	});
	loaded.catch(() => (loaded = undefined));
	return loaded;
}

/** A topic's page at the place the handbook is served from. */
export const pageOf = (id: string) => `${base}${id}/`;
