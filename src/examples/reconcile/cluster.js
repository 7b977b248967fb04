// node cluster.js: makes what runs here like what stands in desired.json, for ever.
import { fork } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, get, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { decide } from './decide.js';

const podFile = new URL('pod.js', import.meta.url);
const write = (file, value) => {
	writeFileSync(`${file}.new`, JSON.stringify(value));
	renameSync(`${file}.new`, file);
};
mkdirSync('pods', { recursive: true });
write('desired.json', { generation: 0, replicas: 0, version: 'v1' });

/** The status of the answer, or 0 if there is none. */
const ask = (pod, path) =>
	new Promise((resolve) => {
		const options = { socketPath: pod.socket, path, agent: false, timeout: 2000 };
		const asking = get(options, (answer) => resolve(answer.resume().statusCode));
		asking.on('error', () => resolve(0)).on('timeout', () => asking.destroy(new Error('silent')));
	});

// #region loop
const pods = new Set();
let [number, killed] = [0, 0];

function run({ version, preStop = 0 }) {
	const socket = `pods/${version}-${(number += 1)}`;
	const pod = { version, socket, ready: false, failures: 0 };
	pod.child = fork(podFile, [version, socket, preStop]);
	pod.child.on('exit', () => pods.delete(pod));
	pods.add(pod);
}

function leave(pod) {
	pod.leaving = true;
	pod.child.kill('SIGTERM');
}

async function probe(pod, { readiness, liveness }) {
	const status = readiness ? await ask(pod, readiness) : 200;
	pod.ready = status === 200;
	pod.started ||= readiness && status > 0;
	if (!liveness || !pod.started) return;
	pod.failures = (await ask(pod, liveness)) === 200 ? 0 : pod.failures + 1;
	if (pod.failures === 3) killed += pod.child.kill('SIGKILL');
}

async function reconcile(pass) {
	const desired = JSON.parse(readFileSync('desired.json')); // 1. what should be
	await Promise.all([...pods].map((pod) => probe(pod, desired))); // 2. what is
	const { start, stop } = decide(desired, [...pods]); // 3. the difference
	for (let i = 0; i < start; i += 1) run(desired); // 4. make it smaller
	stop.forEach(leave);
	tellService([...pods].filter((pod) => pod.ready && !pod.leaving));
	report(pass, desired);
}
// #endregion loop

function report(pass, { generation }) {
	const list = [...pods].map(({ version, ready, leaving, child }) => ({
		version,
		ready,
		leaving,
		pid: child.pid,
	}));
	write('status.json', { pass, observedGeneration: generation, killed, pods: list });
}

// #region service
let endpoints = [];
let turn = 0;

/** The service is another program, on other machines: it hears of a change a little later. */
function tellService(list) {
	setTimeout(() => (endpoints = list), 300);
}
createServer((ask, answer) => {
	const pod = endpoints[(turn += 1) % endpoints.length];
	if (!pod) return answer.writeHead(503).end('no pod is ready\n');
	return ask.pipe(
		request({ socketPath: pod.socket, path: ask.url, agent: false }, (inner) => {
			answer.writeHead(inner.statusCode);
			inner.pipe(answer);
		}).on('error', () => answer.writeHead(502).end('no answer\n')),
	);
}).listen(process.env.PORT, '127.0.0.1', () => console.log('the loop runs'));
// #endregion service

for (let pass = 1; ; pass += 1) {
	await reconcile(pass);
	await wait(100);
}
