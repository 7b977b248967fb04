import { readFileSync, rmSync } from 'node:fs';
import { callAgain, connect } from './client.js';

const data = 'retry.json';
// The first server pays, and dies before it has answered.
const open = (second) =>
	connect({ tools: ['refund'] }, { data, extra: second ? {} : { DIE: '1' } });

for (const [what, key, idempotent] of [
	['again, without a key', undefined, true],
	['again, with a key', 'ticket-1-refund', true],
	['not again', undefined, false],
]) {
	rmSync(data, { force: true });
	const input = { order: '1031', cents: 900, key };
	const said = await callAgain(open, 'refund', input, { idempotent })
		.then(({ content }) => content[0].text)
		.catch((error) => error.message);
	const { refunds } = JSON.parse(readFileSync(data, 'utf8'));
	console.log(`${what.padEnd(20)}: ${said.padEnd(18)} paid ${refunds.length} times`);
}
