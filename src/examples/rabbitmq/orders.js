import { connect } from 'amqplib';
import { publisher } from './publisher.js';
const connection = await connect(`amqp://127.0.0.1:${process.env.PORT2}`);
const channel = await connection.createConfirmChannel();
await channel.assertQueue('classic-orders', { durable: true });
await channel.assertQueue('quorum-orders', { arguments: { 'x-queue-type': 'quorum' } });
const publish = await publisher(connection);
for (const q of ['classic-orders','quorum-orders']) await Promise.all(Array.from({length:10},(_, n)=>publish('',q,`order ${n}`)));
await connection.close();
