import { basketOf } from './data.js';
import { total } from './money.js';

export const basket = (id) => {
	const lines = basketOf(id);
	return { cents: total(lines) };
};
