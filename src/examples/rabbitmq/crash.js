import { connect } from 'amqplib';
const prefetch = Number(process.argv[2]);
const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createChannel();
await channel.prefetch(prefetch);
let last = Promise.resolve();
const {consumerTag}=await channel.consume('pictures', (m) => { last = last.then(() => work(m)); });
async function work(m) {
  const t = m.content.toString();
  if (t==='3') process.kill(process.pid,'SIGKILL');
  channel.ack(m);
}
