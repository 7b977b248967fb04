import { setTimeout as sleep } from 'node:timers/promises';
import { sign } from './signature.js';

/**
 * Delivers an event, again and again until somebody has taken it.
 * Resolves to what each attempt gave.
 */
export async function deliver(address, event, { attempts = 5, pause = 50 } = {}) {
	const body = JSON.stringify(event);
	const outcomes = [];
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const outcome = await fetch(address, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-signature': sign('whsec_new', body), // a new time each attempt
			},
			body,
			redirect: 'error',
			signal: AbortSignal.timeout(1000),
		}).then(
			({ status }) => status,
			(error) => error.cause?.code ?? error.name,
		);
		outcomes.push(outcome);
		if (outcome >= 200 && outcome < 300) break;
		await sleep(pause * 2 ** attempt * (0.5 + Math.random() / 2));
	}
	return outcomes;
}
