/** What these lines cost together. */
export function total(lines) {
	let cents = 0;
	for (const { price, quantity } of lines) cents += price.cents * quantity;
	return cents;
}
