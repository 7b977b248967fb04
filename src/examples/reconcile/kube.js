// node kube.js set replicas=3 version=v1 | get | wait | pids | killed
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const [command, ...words] = process.argv.slice(2);
const read = (file) => JSON.parse(readFileSync(file));
const desired = read('desired.json');

function value(text) {
	return /^\d+$/.test(text) ? Number(text) : text;
}

function show({ pods }) {
	const staying = pods.filter((pod) => !pod.leaving);
	for (const version of [...new Set(staying.map((pod) => pod.version))].sort()) {
		const those = staying.filter((pod) => pod.version === version);
		console.log(`${version}: ${those.filter((pod) => pod.ready).length} ready of ${those.length}`);
	}
}

/** Whether all is as wanted, and has been for some passes, so that the service knows it too. */
async function rolledOut(seconds) {
	let last = read('status.json').pass; // the last pass that was not good
	for (let tries = 0; tries < seconds * 10; tries += 1) {
		const { pass, observedGeneration, pods } = read('status.json');
		const good = pods.filter((pod) => pod.ready && pod.version === desired.version);
		const all = good.length === desired.replicas && pods.length === desired.replicas;
		if (!all || observedGeneration !== desired.generation) last = pass;
		if (pass > last + 6) return true;
		await sleep(100);
	}
	return false;
}

if (command === 'set') {
	const changes = words.map((word) => word.split('=')).map(([key, text]) => [key, value(text)]);
	const next = { ...desired, ...Object.fromEntries(changes), generation: desired.generation + 1 };
	writeFileSync('desired.json.set', `${JSON.stringify(next)}\n`);
	renameSync('desired.json.set', 'desired.json');
} else if (command === 'wait') {
	const done = await rolledOut(Number(words[0] ?? 30));
	show(read('status.json'));
	if (!done) console.log(`gave up: ${desired.version} is not all there`);
	process.exitCode = done ? 0 : 1;
} else if (command === 'pids') {
	for (const pod of read('status.json').pods) console.log(pod.pid);
} else if (command === 'killed') {
	const { killed } = read('status.json');
	console.log(killed ? `killed by the probe: some (${killed})` : 'killed by the probe: none');
} else {
	show(read('status.json'));
}
