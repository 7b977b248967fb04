// A stand-in for a model's API. It understands nothing: it has rules. It shares two things with a
// real one: the form of the conversation, and that all it gets is one long text in which it
// cannot know who wrote which part.
import { createServer } from 'node:http';

const reply = `Thank you for your message. I have looked up your order: it left our warehouse on
Thursday and is with the carrier now. Parcels to your region usually take three working days, so
it should be with you on Monday at the latest. If it is not, write to us again, and we will send
another one at once. You do not have to do anything. We are sorry that you had to wait.`;

// #region answer
/** What comes next, given everything that was sent. */
export function answer({ system, messages, tools = [], schema }) {
	const text = [system, ...messages.map(({ content }) => content)].join('\n');
	const result = messages.findLast(({ role }) => role === 'tool')?.content;
	const call = (input) => ({ call: { id: 'call_1', name: tools[0].name, input } });

	// Whoever says "ignore" is obeyed, wherever it stands.
	const order = /ignore\b.*\bcall \w+ (\{.*?\}).*?\banswer (.*)/is.exec(text);
	if (order && tools.length > 0)
		return result
			? { text: order[2].split('\n')[0].replace('RESULT', encodeURIComponent(result)) }
			: call(JSON.parse(order[1]));

	if (schema) return { text: JSON.stringify(sort(messages[0].content, text)) };
	if (tools.length > 0 && !result) return call({});
	return { text: reply.replaceAll('\n', ' ') };
}

/** Sorts a ticket: badly at first, and well once somebody has complained. */
function sort(ticket, text) {
	const category = /order|parcel|friday/i.test(ticket) ? 'delivery' : 'payment';
	const number = /\d{4}/.exec(ticket)?.[0] ?? null;
	if (text.includes('refused')) return { category, urgency: 2, order: number };
	return number
		? { category: 'Delivery', urgency: 'high', order: number }
		: { category, urgency: 2, order: '1000' };
}
// #endregion answer

const split = (text) => text.match(/\s*\S{1,4}/g) ?? [];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** `delay` is the milliseconds for each piece of text. */
export function standIn(delay = 20) {
	const none = () => ({ requests: 0, input: 0, output: 0 });
	let bill = none();
	let faults = [];
	return createServer(async (request, response) => {
		let body = '';
		for await (const part of request) body += part;
		if (request.url === '/bill') {
			response.end(`${JSON.stringify(bill)}\n`);
			bill = none();
			return;
		}
		if (request.url === '/faults') {
			faults = JSON.parse(body);
			return response.end();
		}
		bill.requests += 1;
		const fault = faults.shift();
		if (fault === 'hang') return;
		if (fault > 0) return response.writeHead(fault, { 'retry-after': 0 }).end();

		const asked = JSON.parse(body);
		const usage = { input: split(body).length, output: 0 };
		bill.input += usage.input;
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		const send = (type, data) => {
			response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
		};
		const { text = '', call } = answer(asked);
		const pieces = split(text);
		for (const piece of pieces.slice(0, asked.max)) {
			if (response.destroyed) return;
			if (fault === 'cut' && usage.output === 5) return response.end();
			usage.output += 1;
			bill.output += 1;
			send('text', { text: piece });
			await sleep(delay);
		}
		if (call) send('call', call);
		const reason = call ? 'call' : pieces.length > asked.max ? 'length' : 'end';
		send('end', { reason, usage });
		response.end();
	});
}

if (import.meta.main)
	standIn(Number(process.env.DELAY ?? 20)).listen(process.env.PORT, '127.0.0.1', () =>
		console.log('stand-in ready'),
	);
