import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';

/** Prices as they change, numbered, with the last ones kept. */
export function openFeed({ keep = 100 } = {}) {
	const events = new EventEmitter().setMaxListeners(0); // one for each client
	const kept = [];
	const life = randomBytes(3).toString('hex'); // another after each restart
	return {
		life,
		events,
		publish(cents) {
			const event = { id: (kept.at(-1)?.id ?? 0) + 1, cents };
			kept.push(event);
			if (kept.length > keep) kept.shift();
			events.emit('price', event);
		},
		/** What came after a number. */
		since: (id) => kept.filter((event) => event.id > id),
		/** Whether all of what came after a number of a life is still here. */
		has: (id, name = life) =>
			name === life && id >= (kept[0]?.id ?? 1) - 1 && id <= (kept.at(-1)?.id ?? 0),
		/** Calls back for each new event until the returned function is called. */
		follow(callback) {
			events.on('price', callback);
			return () => events.off('price', callback);
		},
	};
}
