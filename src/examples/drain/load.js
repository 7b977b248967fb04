// node load.js <port> <pid> <count>: 20 clients; after a third of the requests it sends SIGTERM.
const [port, pid, count] = process.argv.slice(2).map(Number);
const result = { ok: 0, failed: 0 };
let sent = 0;

const client = async () => {
	while (sent < count) {
		sent += 1;
		if (sent === Math.round(count / 3)) process.kill(pid, 'SIGTERM');
		const ok = await fetch(`http://127.0.0.1:${port}/`).then(
			async (response) => (await response.text()) === 'done\n',
			() => false,
		);
		result[ok ? 'ok' : 'failed'] += 1;
	}
};
await Promise.all(Array.from({ length: 20 }, client));
console.log(result);
