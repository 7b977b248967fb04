import { connect } from 'node:net';
import type { Block } from '../extract.ts';
import { FLOODED, limit, OUTPUT_LIMIT } from '../processes.ts';
import type { Result } from '../result.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Sends a block, byte for byte with CR LF at the ends of lines, to a server of the page, and returns
 * what the server answered until its answer was complete or it closed the connection.
 */
export async function exchange(
	{ fence, code }: Block,
	workspace: Workspace,
	timeout: number,
): Promise<Result> {
	const port = portOf(fence.to ?? '$PORT', workspace);
	const received = Promise.withResolvers<string | undefined>();
	let bytes = '';
	const socket = connect(port, '127.0.0.1', () => socket.write(requestOf(code)));
	socket.on('data', (chunk) => {
		bytes += chunk.toString('latin1');
		if (bytes.length > OUTPUT_LIMIT) received.resolve(FLOODED);
		else if (isComplete(bytes, code.startsWith('HEAD '))) received.resolve(undefined);
	});
	socket.once('error', (error) =>
		received.resolve(`could not reach 127.0.0.1:${port}: ${error.message}.`),
	);
	socket.once('close', () => received.resolve(undefined));
	const problem = await Promise.race([received.promise, limit(timeout)]);
	socket.destroy();
	const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(bytes)?.[1]);
	return {
		output: Buffer.from(bytes, 'latin1').toString('utf8'),
		failed: Number.isNaN(status),
		ending: Number.isNaN(status) ? 'no HTTP status' : `status ${status}`,
		command: `this request, to 127.0.0.1:${port}`,
		...(problem === undefined ? {} : { problem }),
	};
}

function portOf(to: string, workspace: Workspace): number {
	const text = to
		.replace(/\$\{?(\w+)\}?/g, (_, name: string) => workspace.env[name] ?? '')
		.replace(/^(?:127\.0\.0\.1|localhost):/, '');
	if (!/^\d+$/.test(text))
		throw new Error(
			`to="${to}" is not a port. Write to="$PORT", or another variable that holds a port.`,
		);
	return Number(text);
}

/** The bytes of a request: its header lines end with an empty line, its body is sent as it stands. */
export function requestOf(code: string): string {
	const [head = '', ...rest] = code.split('\n\n');
	return `${head.replaceAll('\n', '\r\n')}\r\n\r\n${rest.join('\n\n')}`;
}

/** Whether a response has arrived in full, by its own account of its length. */
export function isComplete(bytes: string, head = false): boolean {
	const end = bytes.indexOf('\r\n\r\n');
	if (end === -1) return false;
	const header = bytes.slice(0, end);
	const body = bytes.slice(end + 4);
	const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(header)?.[1]);
	if (status >= 100 && status < 200) return status === 101 || isComplete(body, head);
	if (head || status === 204 || status === 304) return true;
	if (/^transfer-encoding:.*\bchunked\b/im.test(header))
		return /(?:^|\r\n)0+(?:;[^\r\n]*)?\r\n(?:[^\r\n]+\r\n)*\r\n$/.test(body);
	const length = /^content-length:\s*(\d+)/im.exec(header)?.[1];
	return length !== undefined && body.length >= Number(length);
}
