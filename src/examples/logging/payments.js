import { note } from './context.js';
import { log } from './log.js';
import { serve } from './serve.js';

// #region charges
const LIMITS = new Map([
	['visa', { cents: 50_000 }],
	['mastercard', { cents: 30_000 }],
]);

serve({
	'POST /charges': ({ text }) => {
		const { brand, cents } = JSON.parse(text);
		note({ brand });
		log.debug('looking up the limit');
		if (cents > LIMITS.get(brand).cents) {
			log.info('refused', { cents });
			return [402, {}];
		}
		log.info('charged', { cents });
		return [200, {}];
	},
});
// #endregion charges
