import { payments } from './payments.js';

export async function history(customer) {
	try {
		return await payments(`/of/${customer}`);
	} catch {
		return [];
	}
}
