import { setTimeout as sleep } from 'node:timers/promises';

const address = () => process.env.MODEL_URL ?? `http://127.0.0.1:${process.env.PORT}/answer`;
const problem = (message, again, after) => Object.assign(new Error(message), { again, after });

// #region once
/** One attempt: yields events as they come. `silence` is the longest pause between two, in ms. */
async function* once(request, { signal, silence = 15_000 }) {
	const quiet = new AbortController();
	let timer;
	const listen = () => {
		timer = setTimeout(() => quiet.abort(problem('it fell silent', true)), silence);
	};
	try {
		listen();
		const response = await fetch(address(), {
			method: 'POST',
			headers: { authorization: `Bearer ${process.env.MODEL_KEY}` },
			body: JSON.stringify(request),
			signal: AbortSignal.any([quiet.signal, ...(signal ? [signal] : [])]),
		});
		if (!response.ok) {
			const { status, headers } = response;
			await response.body.cancel();
			throw problem(
				`it said ${status}`,
				status === 429 || status >= 500,
				headers.get('retry-after'),
			);
		}
		let text = '';
		let ended = false;
		for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
			clearTimeout(timer);
			text += chunk;
			const events = text.split('\n\n');
			text = events.pop(); // perhaps half an event
			for (const event of events) {
				const [, type, data] = /^event: (\w+)\ndata: (.*)$/.exec(event);
				ended ||= type === 'end';
				yield { type, ...JSON.parse(data) };
			}
			listen();
		}
		if (!ended) throw problem('it broke off', true);
	} finally {
		clearTimeout(timer);
	}
}
// #endregion once

// #region stream
/** Tries again, as long as nothing has been passed on. */
export async function* stream(request, { attempts = 4, base = 500, log, ...options } = {}) {
	for (let attempt = 1; ; attempt += 1) {
		let begun = false;
		try {
			for await (const event of once(request, options)) {
				begun = true;
				yield event;
			}
			return;
		} catch (error) {
			const again = error.again ?? error.name === 'TypeError'; // fetch found nobody
			const more = again && !begun && attempt < attempts && !options.signal?.aborted;
			log?.(`${error.message}, ${more ? 'again' : 'given up'}`);
			if (!more) throw error;
			const told = Number(error.after) * 1000 || 0; // they know best
			await sleep(told + base * 2 ** attempt * Math.random(), undefined, options);
		}
	}
}
// #endregion stream

/** The whole answer at once: { text, calls, reason, usage }. */
export async function ask(request, options) {
	const answer = { text: '', calls: [] };
	for await (const { type, ...event } of stream(request, options)) {
		if (type === 'text') answer.text += event.text;
		else if (type === 'call') answer.calls.push(event);
		else Object.assign(answer, event);
	}
	return answer;
}
