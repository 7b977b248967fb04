import { connect } from 'amqplib';

const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createChannel();
const type = process.argv[2];
await channel.deleteQueue('parcels');
await channel.assertQueue('parcels', {arguments:{'x-queue-type':type}});
for (const text of ['{"id":1}', '{"id":2', '{"id":3}','{"id":4}','{"id":5}'])
  channel.sendToQueue('parcels', Buffer.from(text));
let deliveries = 0; const done = [];
await channel.prefetch(Number(process.argv[3] ?? 1));
await new Promise((r) => channel.consume('parcels', (m) => {
  if (++deliveries === 1000) r();
  if (deliveries >= 1000) return;
  try { done.push(JSON.parse(m.content).id); channel.ack(m); } catch { channel.nack(m); }
}));
console.log({deliveries, done});
await channel.close();
await connection.close();
