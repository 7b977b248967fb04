import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { grpc, load } from './load.js';

const { Prices } = load(process.argv[2] ?? 'prices.proto');
const CENTS = new Map([
	['tea', [450, 430, 470]],
	['pot', [2390]],
]);
const none = (product) => ({
	code: grpc.status.NOT_FOUND,
	details: `there is no ${product || 'product without a name'}`,
});

export const server = new grpc.Server();
// #region handlers
server.addService(Prices.service, {
	get(call, answer) {
		const { product } = call.request;
		const prices = CENTS.get(product);
		if (!prices) return answer(none(product));
		const price = { product, cents: prices[0], currency: 'EUR' };
		if (product !== 'pot') return answer(null, price);
		const slow = setTimeout(() => answer(null, price), 3000);
		call.on('cancelled', () => {
			clearTimeout(slow); // nobody waits for it any more
			console.log('get pot: cancelled');
		});
	},
	async watch(call) {
		const { product } = call.request;
		const gone = new AbortController();
		const { signal } = gone;
		call.on('cancelled', () => gone.abort());
		try {
			const prices = CENTS.get(product);
			if (!prices) return call.emit('error', none(product));
			for (const cents of prices) {
				const room = call.write({ product, cents });
				if (!room) await once(call, 'drain', { signal }); // a slow client
				await sleep(300, undefined, { signal });
			}
			call.end();
		} catch (error) {
			if (signal.aborted) return console.log(`watch ${product}: cancelled`);
			console.error(error);
			call.emit('error', { code: grpc.status.INTERNAL, details: 'our mistake' });
		}
	},
});
// #endregion handlers

export const listening = new Promise((resolve, reject) => {
	server.bindAsync(
		`127.0.0.1:${process.env.PORT}`,
		grpc.ServerCredentials.createInsecure(),
		(error, port) => (error ? reject(error) : resolve(port)),
	);
});
await listening;
console.log('ready');
