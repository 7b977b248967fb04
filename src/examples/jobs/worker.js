// Works until nothing is due. DIE=n kills it in the middle of its nth job.
import { fail, finish, pool, take } from './queue.js';

const name = process.argv[2];
const lease = Number(process.argv[3] ?? 30);
const handlers = {
	async mail({ to }) {
		await pool.query('INSERT INTO sent (recipient, worker) VALUES ($1, $2)', [to, name]);
	},
	async broken() {
		throw new Error('the other service is away');
	},
};

for (let n = 1; ; n += 1) {
	const job = await take(name, { lease });
	if (!job) break;
	try {
		await handlers[job.kind](job.data);
		if (n === Number(process.env.DIE)) process.kill(process.pid, 'SIGKILL');
		await finish(name, job);
	} catch (error) {
		await fail(name, job, error, { most: 3, base: 0.01 });
	}
}
await pool.end();
