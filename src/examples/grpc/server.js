import { setTimeout as sleep } from 'node:timers/promises';
import { grpc, load } from './load.js';

const { Prices } = load(process.argv[2] ?? 'prices.proto');
const CENTS = { tea: [450, 430, 470], pot: [2390] };

// #region handlers
const server = new grpc.Server();
server.addService(Prices.service, {
	get({ request }, answer) {
		const { product, currency } = request;
		const [cents] = CENTS[product] ?? [];
		if (cents === undefined)
			answer({
				code: grpc.status.NOT_FOUND,
				details: `there is no ${product || 'product without a name'}`,
			});
		else if (product === 'pot')
			setTimeout(() => answer(null, { product, cents }), 1000); // slow
		else answer(null, { product, cents, currency: currency || 'EUR' });
	},
	async watch(call) {
		for (const cents of CENTS[call.request.product] ?? []) {
			if (call.cancelled) return;
			call.write({ product: call.request.product, cents });
			await sleep(20);
		}
		call.end();
	},
});
// #endregion handlers

server.bindAsync(
	`127.0.0.1:${process.env.PORT}`,
	grpc.ServerCredentials.createInsecure(),
	(error) => {
		if (error) throw error;
		console.log('ready');
	},
);
