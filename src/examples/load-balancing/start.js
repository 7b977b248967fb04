// node start.js: starts those of the three copies that do not run
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('backend.js', import.meta.url));
// A program that is just being killed may still be connected to, but it does not answer.
const answers = (port) =>
	fetch(`http://127.0.0.1:${port}/x`).then(
		() => true,
		() => false,
	);

export async function start(name, port) {
	if (await answers(port)) return;
	const options = { detached: true, stdio: 'ignore' };
	spawn(process.execPath, [program, name, port], options).unref();
	while (!(await answers(port))) await sleep(50);
}

if (import.meta.filename === process.argv[1]) {
	const { PORT2, PORT3, PORT4 } = process.env;
	const copies = { a: PORT2, b: PORT3, c: PORT4 };
	await Promise.all(Object.entries(copies).map(([name, port]) => start(name, port)));
}
