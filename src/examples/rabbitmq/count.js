import { connect } from 'amqplib';

const connection = await connect(process.env.AMQP_URL);
for (const queue of process.argv.slice(2)) {
  const channel = await connection.createChannel();
  channel.on('error', () => {});
  const found = await channel.checkQueue(queue).catch((error) => error);
  console.log(queue.padEnd(10), found.messageCount ?? found.message);
}
await connection.close();
