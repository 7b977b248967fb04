// node desk.js <task>: asks a person at the keyboard before money is moved.
import { createInterface } from 'node:readline';
import { budget, run } from './agent.js';
import { connect } from './client.js';
import { standIn } from './stand-in.js';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

// #region approve
async function approve({ name, input }) {
	console.log(`May it ${name}? ${JSON.stringify(input)} [y/n]`);
	const { value = 'n' } = await lines.next(); // silence is a no
	return value.trim() === 'y';
}
// #endregion approve

const server = await connect(
	{ tools: ['find_orders', 'refund'], customer: 'ada' },
	{ data: 'desk.json' },
);
await run(process.argv[2], {
	id: 'ticket-1',
	model: standIn,
	server,
	rules: { find_orders: 'run', refund: 'ask' },
	limits: budget({ steps: 10, tokens: 10_000, seconds: 600 }),
	approve,
	log: (line) => console.log(line),
});
await server.close();
process.exit();
