import { connect } from 'amqplib';

const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createConfirmChannel();
const queues = {
  'transient': { durable: false },
  'durable': { durable: true },
  'quorum': { durable: true, arguments: { 'x-queue-type': 'quorum' } },
};
for (const [queue, options] of Object.entries(queues)) {
  await channel.assertQueue(queue, options);
  for (let n = 1; n <= 20; n++)
    channel.sendToQueue(queue, Buffer.from(`${n}`), { persistent: n <= 10 });
}
await channel.waitForConfirms();
await connection.close();
