// A small tool server in the manner of the Model Context Protocol, over stdio. It speaks two
// revisions: 2025-11-25, which begins with `initialize`, and 2026-07-28, which has no beginning.
import { createInterface } from 'node:readline';
import { openTools } from './tools.js';

// What this run may do comes from whoever starts the process, never from a message.
const grant = JSON.parse(process.env.GRANT ?? '{"tools":[]}');
const tools = openTools(grant, process.env.DATA ?? 'shop.json');

const [modern, legacy] = ['2026-07-28', '2025-11-25'];
const meta = (name) => `io.modelcontextprotocol/${name}`;
const serverInfo = { name: 'shop', version: '1.0.0' };
let greeted = false;

const error = (code, message, data) => Object.assign(new Error(message), { code, data });
const content = (value, isError = false) => ({
	content: [{ type: 'text', text: typeof value === 'string' ? value : JSON.stringify(value) }],
	isError,
});

// #region methods
const methods = {
	initialize() {
		greeted = true;
		return { protocolVersion: legacy, capabilities: { tools: {} }, serverInfo };
	},
	'server/discover': () => ({
		supportedVersions: [modern, legacy],
		capabilities: { tools: {} },
		ttlMs: 0,
		cacheScope: 'private',
	}),
	'tools/list': () => ({ tools: tools.described, ttlMs: 0, cacheScope: 'private' }),
	'tools/call'({ name, arguments: input = {} }) {
		if (!tools.has(name)) throw error(-32602, `Unknown tool: ${name}`);
		try {
			return content(tools.call(name, input));
		} catch (problem) {
			return content(problem.message, true); // for the model, which may try again
		}
	},
};

function answer({ method, params = {} }) {
	if (!Object.hasOwn(methods, method)) throw error(-32601, `Unknown method: ${method}`);
	if (method !== 'initialize' && !greeted) {
		const { [meta('protocolVersion')]: version, [meta('clientCapabilities')]: capabilities } =
			params._meta ?? {};
		if (!version || !capabilities) throw error(-32602, `_meta is missing; I speak ${modern}`);
		if (version !== modern)
			throw error(-32022, 'Unsupported protocol version', {
				supported: [modern, legacy],
				requested: version,
			});
	}
	const result = methods[method](params);
	return { resultType: 'complete', ...result, _meta: { [meta('serverInfo')]: serverInfo } };
}
// #endregion methods

// #region lines
for await (const line of createInterface({ input: process.stdin })) {
	let message = {};
	let reply;
	try {
		message = JSON.parse(line);
		if (message.id === undefined) continue; // a notification gets no answer
		reply = { result: answer(message) };
	} catch ({ code = -32700, message, data }) {
		reply = { error: { code, message, data } };
	}
	if (process.env.DIE && message.method === 'tools/call') process.exit(1); // for retry.js
	process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id: message.id, ...reply })}\n`);
}
// #endregion lines
