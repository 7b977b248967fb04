import { connect } from 'amqplib';
import { publisher } from './publisher.js';
import { setTimeout as sleep } from 'node:timers/promises';
const connection = await connect(process.env.AMQP_URL);
const publish = await publisher(connection);
for (const q of process.argv.slice(2))
console.log(q, await Promise.race([publish('', q, 'one more').then(() => 'safe', (e)=>e.message), sleep(3000, 'no answer for 3 seconds')]));
process.exit();
