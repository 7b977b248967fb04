import { budget, run } from './agent.js';
import { connect } from './client.js';
import { standIn } from './stand-in.js';

const server = await connect({ tools: ['read_ticket'] }, { data: 'loop.json' });
for (const limit of [
	{ steps: 10, tokens: Infinity },
	{ steps: 20, tokens: Infinity },
	{ steps: 40, tokens: Infinity },
	{ steps: 40, tokens: 5000 },
]) {
	const limits = budget({ ...limit, seconds: 60 });
	const why = await run('Answer a ticket: call read_ticket {"ticket":3}', {
		id: 'loop',
		model: standIn,
		server,
		rules: { read_ticket: 'run' },
		limits,
	}).catch((error) => error.message);
	console.log(`${why}: ${limits.spent.steps} steps, ${limits.spent.tokens} tokens`);
}
await server.close();
