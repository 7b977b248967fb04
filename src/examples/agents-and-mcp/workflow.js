// The same job twice: once the model chooses the steps, once we do.
import { budget, run } from './agent.js';
import { connect } from './client.js';
import { standIn } from './stand-in.js';

const grant = { tools: ['read_ticket', 'find_orders'], customer: 'ada' };
const server = await connect(grant, { data: 'workflow.json' });

const limits = budget({ steps: 10, tokens: 10_000, seconds: 60 });
const task = 'Answer: call read_ticket {"ticket":1} then call find_orders {"customer":"ada"}';
const rules = { read_ticket: 'run', find_orders: 'run' };
await run(task, { id: 1, model: standIn, server, rules, limits });
console.log('agent:   ', limits.spent);

// #region workflow
const once = budget({ steps: 1, tokens: 10_000, seconds: 60 });
const [ticket, orders] = await Promise.all([
	server.call('read_ticket', { ticket: 1 }),
	server.call('find_orders', { customer: 'ada' }),
]);
const messages = [{ role: 'user', content: JSON.stringify([ticket.content, orders.content]) }];
once.take(messages);
await standIn({ messages }); // a draft; it has no tools
// #endregion workflow
console.log('workflow:', once.spent);
await server.close();
