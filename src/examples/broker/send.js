// node send.js <queue> <count> [consumers]: puts numbered parcels into a queue, as soon as so many
// listen, and waits until the broker has them.
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'amqplib';

const [queue, count, consumers = 0] = process.argv.slice(2);
const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createConfirmChannel();
await channel.assertQueue(queue, { durable: true });
while ((await channel.checkQueue(queue)).consumerCount < Number(consumers)) await wait(50);
for (let n = 1; n <= Number(count); n += 1)
	channel.sendToQueue(queue, Buffer.from(`parcel ${n}`), { persistent: true, messageId: `p${n}` });
await channel.waitForConfirms();
await connection.close();
