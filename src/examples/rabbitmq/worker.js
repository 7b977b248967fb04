// Works through a queue. Usage: worker.js <name> <queue> <prefetch, 0 for no limit> [no-ack]
import { appendFileSync } from 'node:fs';
import { connect } from 'amqplib';

const [name, queue, prefetch, mode] = process.argv.slice(2);
const noAck = mode === 'no-ack';
const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createChannel();

// #region consume
await channel.prefetch(Number(prefetch));
let last = Promise.resolve(); // one mail after the other
const take = (message) => (last = last.then(() => work(message)));
const { consumerTag } = await channel.consume(queue, take, { noAck });

async function work(message) {
	const again = message.fields.redelivered ? 'again' : '';
	appendFileSync('sent.txt', `${name} ${message.content} ${again}\n`);
	if (name === 'anna') await hang(); // the mail is sent; now she stops
	if (!noAck) channel.ack(message);
}
// #endregion consume

function hang() {
	console.log('anna hangs');
	return new Promise(() => {});
}

// #region stop
process.once('SIGTERM', async () => {
	await channel.cancel(consumerTag); // take nothing new
	await last; // finish what was taken
	await channel.close(); // which flushes the last acknowledgement
	await connection.close();
});
// #endregion stop
