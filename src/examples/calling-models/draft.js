import Ajv from 'ajv';
import { stream } from './model.js';
import { prompts, ticketText } from './prompts.js';

const ajv = new Ajv();

// #region draft
/** Drafts an answer: yields its text, and calls functions on the way. */
export async function* draft(ticket, tool, { model = stream, signal, log = () => {} } = {}) {
	const { run, ...offered } = tool;
	const fits = ajv.compile(tool.input);
	const messages = [{ role: 'user', content: ticketText(ticket) }];
	for (let round = 0; round < 3; round += 1) {
		const { system } = prompts.draft;
		const calls = [];
		const events = model({ system, messages, tools: [offered], max: 400 }, { signal });
		for await (const event of events) {
			if (event.type === 'text') yield event.text;
			if (event.type === 'call') calls.push(event);
			if (event.reason === 'length') throw new Error('cut off');
		}
		if (calls.length === 0) return;
		messages.push({ role: 'assistant', content: '', calls });
		for (const { id, name, input } of calls) {
			const allowed = name === tool.name && fits(input);
			log(`${allowed ? 'called ' : 'refused'} ${name} ${JSON.stringify(input)}`);
			const result = allowed ? run(input) : { error: 'refused' };
			messages.push({ role: 'tool', id, content: JSON.stringify(result) });
		}
	}
	throw new Error('it calls and calls');
}
// #endregion draft
