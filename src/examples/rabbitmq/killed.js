import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'amqplib';

const connection = await connect(process.env.AMQP_URL);
const channel = await connection.createChannel();
const state = () => channel.checkQueue('mails');
const until = async (met) => { while (!(await met())) await sleep(20); };
const start = (...args) =>
  spawn('node', ['rabbitmq/worker.js', ...args], { stdio: 'inherit' });
const sent = () => readFileSync('sent.txt', 'utf8').trim().split('\n');

async function race(title, prefetch, ...mode) {
  await channel.deleteQueue('mails');
  await channel.assertQueue('mails');
  writeFileSync('sent.txt', '');
  for (let n = 1; n <= 100; n++)
    channel.sendToQueue('mails', Buffer.from(`${n}`));

  const held = prefetch || 100;
  const anna = start('anna', 'mails', prefetch, ...mode);
  await until(async () => (await state()).messageCount === 100 - held);
  await until(() => sent().length === 1 && sent()[0] !== '');
  const ben = start('ben', 'mails', prefetch, ...mode);
  await until(async () => (await state()).consumerCount === 2);
  await until(() => sent().length === 101 - held);
  const helped = sent().length - 1;

  anna.kill('SIGKILL');
  await until(async () => (await state()).consumerCount === 1);
  await until(async () => (await state()).messageCount === 0);
  ben.kill('SIGTERM');
  await once(ben, 'exit');
  const mails = sent().map((line) => line.split(' '));
  const people = new Set(mails.map(([, mail]) => mail)).size;
  console.log(title.padEnd(18), `anna ${held}, ben ${helped};`,
    `killed: ${mails.length} mails to ${people} people,`,
    `${mails.filter((mail) => mail[2]).length} delivered again`);
}
await race('no ack', 0, 'no-ack');
await race('ack, no prefetch', 0);
await race('prefetch 10', 10);
await race('prefetch 1', 1);
await connection.close();
