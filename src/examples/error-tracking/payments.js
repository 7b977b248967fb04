import { Unavailable } from './errors.js';

// #region ask
/** Asks the payment service, and says in our words what went wrong. */
export async function payments(path) {
	try {
		const signal = AbortSignal.timeout(2000);
		const response = await fetch(`${process.env.PAYMENTS}${path}`, { signal });
		return await response.json();
	} catch (error) {
		throw new Unavailable('payments', error);
	}
}
// #endregion ask
