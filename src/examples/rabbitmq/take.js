import { connect } from 'amqplib';
const [queue]=process.argv.slice(2);
const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createChannel();
let n=0; const t=Date.now();
await new Promise((done) => channel.consume(queue, (m) => { channel.ack(m); if (++n===10) done(); }));
console.log(queue, n, Date.now()-t);
await channel.close(); await connection.close();
