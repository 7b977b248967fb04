import { collection } from './store.js';

export const orders = collection([
	{
		_id: 1,
		customer: { name: 'Ada', city: 'London' },
		placed: new Date('2026-03-01'),
		status: 'sent',
		lines: [
			{ product: 'Green tea', quantity: 2, cents: 450 },
			{ product: 'Teapot', quantity: 1, cents: 2390 },
		],
	},
	{
		_id: 2,
		customer: { name: 'Boris', city: 'Berlin' },
		placed: new Date('2026-03-02'),
		status: 'paid',
		lines: [{ product: 'Green tea', quantity: 5, cents: 450 }],
	},
	{
		_id: 3,
		customer: { name: 'Ada', city: 'London' },
		placed: new Date('2026-03-09'),
		status: 'paid',
		lines: [
			{ product: 'Cup', quantity: 1, cents: 700 },
			{ product: 'Green tea', quantity: 1, cents: 450 },
		],
		coupon: null,
	},
]);
