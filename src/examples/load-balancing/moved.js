// node moved.js <backend>: which server gets which of 300 addresses, with and without b
import { connect } from 'node:net';
import { get } from 'node:http';

const [backend] = process.argv.slice(2);
const tell = (line) =>
	new Promise((resolve) =>
		connect('haproxy.sock').end(`${line}\n`).resume().on('close', resolve),
	);
const ask = (path) =>
	new Promise((resolve) => {
		const headers = { host: `${backend}.example` };
		get({ host: '127.0.0.1', port: process.env.PORT, path, headers }, async (response) =>
			resolve(`${await response.toArray()}`.trim()),
		);
	});
async function owners() {
	const list = [];
	for (let n = 0; n < 300; n += 1) list.push(await ask(`/tea/${n}`));
	return list;
}

const before = await owners();
await tell(`set server ${backend}/b state maint`);
const after = await owners();
await tell(`set server ${backend}/b state ready`);
const moved = before.filter((name, n) => name !== 'b' && name !== after[n]);
const had = before.filter((name) => name === 'b').length;
console.log(`${backend}: b had ${had}, of the others ${moved.length} moved`);
