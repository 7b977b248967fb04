import { setTimeout as sleep } from 'node:timers/promises';
import { sign } from './signature.js';

async function post(address, body) {
	try {
		const response = await fetch(address, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				'x-signature': sign('whsec_new', body), // a new time each attempt
			},
			body,
			redirect: 'error',
			signal: AbortSignal.timeout(1000),
		});
		response.body?.cancel().catch(() => {}); // unread, it holds the connection
		return response.status;
	} catch (error) {
		return error.cause?.code ?? error.name;
	}
}

/**
 * Delivers an event, again and again until somebody has taken it.
 * Resolves to what each attempt gave.
 */
export async function deliver(
	address,
	event,
	{ attempts = 5, pause = 50, longest = 1000 } = {},
) {
	const body = JSON.stringify(event);
	const outcomes = [];
	while (true) {
		const outcome = await post(address, body);
		const growing = Math.min(pause * 2 ** outcomes.length, longest);
		outcomes.push(outcome);
		const taken = outcome >= 200 && outcome < 300;
		if (taken || outcomes.length >= attempts) return outcomes;
		await sleep(growing * (0.5 + Math.random() / 2));
	}
}
