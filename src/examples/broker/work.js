// node work.js <queue> <ack|no-ack> [die at]: ships parcels until none has come for a while.
import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'amqplib';

const [queue, mode, dieAt] = process.argv.slice(2);
const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createChannel();
await channel.prefetch(mode === 'ack' ? 1 : 0);

let worked = 0;
let idle = setTimeout(() => connection.close(), 1000);
let turn = Promise.resolve();

// #region consume
/** One parcel: the effect, and then the acknowledgement. */
async function handle(message) {
	clearTimeout(idle);
	await wait(20);
	appendFileSync(`${queue}.txt`, `${message.content}\n`);
	worked += 1;
	if (worked === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
	if (mode === 'ack') channel.ack(message);
	idle = setTimeout(() => connection.close(), 1000);
}

await channel.consume(
	queue,
	(message) => {
		turn = turn.then(() => handle(message)); // one after the other
	},
	{ noAck: mode === 'no-ack' },
);
// #endregion consume
