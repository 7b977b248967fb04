import { note } from './context.js';
import { log } from './log.js';
import { call, serve } from './serve.js';

// #region orders
serve(
	{
		'POST /orders': async ({ text }) => {
			const { customer, brand, cents } = JSON.parse(text);
			note({ customer });
			log.info('order received', { cents });
			const charges = `${process.env.PAYMENTS}/charges`;
			const [status] = await call(charges, { brand, cents });
			if (status === 200) return [201, { ordered: true }];
			if (status === 402) return [402, { error: 'the card was refused' }];
			log.warn('payments answered', { status });
			return [502, { error: 'the payment did not work' }];
		},
	},
	{ edge: true },
);
// #endregion orders
