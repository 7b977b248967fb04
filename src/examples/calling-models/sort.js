import Ajv from 'ajv';
import { ask } from './model.js';
import { prompts, ticketText } from './prompts.js';

// #region sort
const schema = {
	type: 'object',
	properties: {
		category: { enum: ['delivery', 'payment', 'other'] },
		urgency: { type: 'integer', minimum: 1, maximum: 3 },
		order: { type: ['string', 'null'] },
	},
	required: ['category', 'urgency', 'order'],
	additionalProperties: false,
};
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const fits = ajv.compile(schema);

/** What is wrong with it, or nothing. */
function faults(text, ticket) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return 'it is no JSON';
	}
	if (!fits(value)) return ajv.errorsText(fits.errors, { dataVar: '' });
	if (value.order && !ticket.text.includes(value.order))
		return `/order ${value.order} does not stand in the ticket`;
}

/** Sorts a ticket; null when a person has to. */
export async function sortTicket(ticket, { model = ask, log = () => {} } = {}) {
	const messages = [{ role: 'user', content: ticketText(ticket) }];
	for (const last of [false, true]) {
		const { system } = prompts.sort;
		const { text, reason } = await model({ system, messages, schema, max: 200 });
		if (reason === 'length') return null; // half an answer is not mended by asking again
		const wrong = faults(text, ticket);
		log(`${text}\n  ${wrong ?? 'accepted'}`);
		if (!wrong) return JSON.parse(text);
		if (last) return null;
		messages.push(
			{ role: 'assistant', content: text },
			{ role: 'user', content: `Your answer was refused: ${wrong}. Send it corrected.` },
		);
	}
}
// #endregion sort
