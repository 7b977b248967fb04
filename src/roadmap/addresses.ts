import { nearest } from './nearest.ts';
import type { Problem } from './types.ts';

/** Every page that was ever published, with the ids of its headings. */
export type Addresses = Record<string, string[]>;

/** Where headings went: `dns#old` to `dns#new`, or to `tls#there`. */
export type Moved = Record<string, string>;

const REGISTRY = 'src/addresses.json';
const MOVED = 'src/moved.json';

/**
 * Whether everything that was published can still be reached, and every way leads somewhere.
 * @param published The registry.
 * @param current What there is now.
 * @param renamed Old ids of topics, each with the one it has now.
 */
export function checkAddresses(
	published: Addresses,
	current: Addresses,
	renamed: Record<string, string>,
	moved: Moved,
): Problem[] {
	const problems: Problem[] = [];
	const fault = (file: string, message: string) => problems.push({ file, message });
	const exists = (address: string) => {
		const [page = '', heading] = address.split('#');
		return page in current && (heading === undefined || current[page]!.includes(heading));
	};
	for (const [page, headings] of Object.entries(published)) {
		const now = renamed[page] ?? page;
		if (!(now in current)) {
			const near = nearest(page, Object.keys(current)) ?? 'its-new-id';
			fault(
				REGISTRY,
				`/${page}/ was published, and is gone. Say where it went, in src/renamed.json: "${page}": "${near}"`,
			);
			continue;
		}
		for (const heading of headings) {
			const from = `${page}#${heading}`;
			if (current[now]!.includes(heading) || from in moved) continue;
			const near = nearest(heading, current[now]!) ?? current[now]![0] ?? 'its-new-id';
			fault(
				REGISTRY,
				`/${page}/#${heading} was published, and is gone. Say where it went, in ${MOVED}: "${from}": "${now}#${near}"`,
			);
		}
	}
	for (const [from, to] of Object.entries(moved)) {
		const [page = '', heading = ''] = from.split('#');
		if (!published[page]?.includes(heading))
			fault(MOVED, `“${from}” was never published, so nobody has it. Remove the entry.`);
		else if (exists(from)) fault(MOVED, `“${from}” is still there. Remove the entry.`);
		if (to in moved)
			fault(
				MOVED,
				`“${from}” leads to “${to}”, which moved as well. Write "${from}": "${moved[to]}"`,
			);
		else if (!exists(to)) {
			const all = Object.entries(current).flatMap(([id, ids]) => [
				id,
				...ids.map((one) => `${id}#${one}`),
			]);
			const near = nearest(to, all);
			fault(
				MOVED,
				`“${from}” leads to “${to}”, which is not there.${near ? ` Did you mean “${near}”?` : ''}`,
			);
		}
	}
	for (const [page, headings] of Object.entries(current)) {
		const fresh = headings.filter((heading) => !published[page]?.includes(heading));
		if (!(page in published) || fresh.length > 0)
			fault(
				REGISTRY,
				`/${page}/${fresh.length ? `#${fresh[0]}` : ''} is not in the registry of published addresses. Run: npm run addresses`,
			);
	}
	return problems;
}

/** The registry with whatever there is now; nothing is ever taken out of it. */
export function withCurrent(published: Addresses, current: Addresses): Addresses {
	const pages = [...new Set([...Object.keys(published), ...Object.keys(current)])].toSorted();
	return Object.fromEntries(
		pages.map((page) => [
			page,
			[...new Set([...(published[page] ?? []), ...(current[page] ?? [])])].toSorted(),
		]),
	);
}
