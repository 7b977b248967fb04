import { EventEmitter } from 'node:events';

/** Prices as they change, numbered, with the last hundred kept. */
export function openFeed() {
	const events = new EventEmitter().setMaxListeners(0);
	const kept = [];
	return {
		publish(cents) {
			const event = { id: (kept.at(-1)?.id ?? 0) + 1, cents };
			kept.push(event);
			if (kept.length > 100) kept.shift();
			events.emit('price', event);
		},
		/** What came after a number. */
		since: (id) => kept.filter((event) => event.id > id),
		/** Calls back for each new event until the returned function is called. */
		follow(callback) {
			events.on('price', callback);
			return () => events.off('price', callback);
		},
		once: () => new Promise((resolve) => events.once('price', resolve)),
	};
}
