// node left.js <queue>: how many messages the broker still has.
import { connect } from 'amqplib';

const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createChannel();
const { messageCount } = await channel.checkQueue(process.argv[2]);
console.log(`${messageCount} in the queue`);
await connection.close();
