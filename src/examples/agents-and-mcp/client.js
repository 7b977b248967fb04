import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const server = path.join(import.meta.dirname, 'server.js');
const meta = (name) => `io.modelcontextprotocol/${name}`;

// #region connect
/** Starts the server with a grant, and nothing else of our environment. */
export async function connect(grant, { data, extra = {} } = {}) {
	const child = spawn(process.execPath, [server], {
		stdio: ['pipe', 'pipe', 'inherit'],
		env: { GRANT: JSON.stringify(grant), DATA: data, ...extra },
	});
	const waiting = new Map();
	let last = 0;
	let version = '2026-07-28';

	createInterface({ input: child.stdout }).on('line', (line) => {
		const { id, result, error } = JSON.parse(line);
		const { resolve, reject } = waiting.get(id) ?? {};
		waiting.delete(id);
		if (error) reject?.(Object.assign(new Error(error.message), { code: error.code }));
		else resolve?.(result);
	});
	child.stdin.on('error', () => {}); // the exit says it better
	child.on('exit', () => {
		for (const { reject } of waiting.values())
			reject(Object.assign(new Error('the server is gone'), { lost: true }));
	});

	function request(method, params = {}) {
		const id = (last += 1);
		const _meta = {
			[meta('protocolVersion')]: version,
			[meta('clientCapabilities')]: {},
			[meta('clientInfo')]: { name: 'desk', version: '1.0.0' },
		};
		const { promise, resolve, reject } = Promise.withResolvers();
		waiting.set(id, { resolve, reject });
		child.stdin.write(
			`${JSON.stringify({ jsonrpc: '2.0', id, method, params: { ...params, _meta } })}\n`,
		);
		const timer = setTimeout(reject, 20_000, new Error('it is silent'));
		return promise.finally(() => clearTimeout(timer));
	}

	const { supportedVersions } = await request('server/discover');
	if (!supportedVersions.includes(version)) throw new Error('we share no version');
	return {
		list: async () => (await request('tools/list')).tools,
		call: (name, input) => request('tools/call', { name, arguments: input }),
		async close() {
			child.stdin.end();
			if (child.exitCode === null) await once(child, 'exit');
		},
	};
}
// #endregion connect

// #region again
/** Calls once more if the answer was lost, and only what bears being done twice. */
export async function callAgain(open, name, input, { idempotent }) {
	for (const last of [false, true]) {
		const client = await open(last);
		try {
			return await client.call(name, input);
		} catch (error) {
			if (last || !error.lost || !idempotent) throw error;
		} finally {
			await client.close();
		}
	}
}
// #endregion again
