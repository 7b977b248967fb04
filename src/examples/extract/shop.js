// #region total
/** What a basket costs. `catalogue` finds prices: in this program, or elsewhere. */
export async function total(basket, catalogue) {
	let cents = 0;
	for (const { id, n } of basket) cents += n * (await catalogue.price(id));
	return cents;
}
// #endregion total

const PRICES = new Map(Array.from({ length: 100 }, (_, id) => [id, 100 + id * 7]));

// #region local
/** The catalogue as a module. */
export const local = {
	async price(id) {
		return PRICES.get(id);
	},
};
// #endregion local

// #region remote
/** The catalogue as a service, asked over HTTP. */
export const remote = (address, { timeout } = {}) => ({
	async price(id) {
		const response = await fetch(`${address}/prices/${id}`, {
			signal: timeout && AbortSignal.timeout(timeout),
		});
		if (!response.ok) throw new Error(`catalogue: ${response.status}`);
		return (await response.json()).cents;
	},
	async prices(ids) {
		const response = await fetch(`${address}/prices?ids=${ids}`, {
			signal: timeout && AbortSignal.timeout(timeout),
		});
		return new Map(await response.json());
	},
});
// #endregion remote

/** What the service answers for a path. */
export function answer(path) {
	const url = new URL(path, 'http://localhost');
	const one = /^\/prices\/(\d+)$/.exec(url.pathname)?.[1];
	if (one) return { cents: PRICES.get(Number(one)) };
	const ids = url.searchParams.get('ids').split(',').map(Number);
	return ids.map((id) => [id, PRICES.get(id)]);
}
