/** A reply of Redis, as its protocol (RESP2) tells them apart. */
export type Reply =
	| { kind: 'status' | 'error'; text: string }
	| { kind: 'integer'; text: string }
	| { kind: 'string'; text: string | null }
	| { kind: 'array'; items: Reply[] | null };

/**
 * Reads one reply.
 * @param bytes What the server sent, one character a byte.
 * @param at Where the reply starts.
 * @returns The reply and where the next one starts; nothing when it is not complete.
 */
export function readReply(bytes: string, at = 0): { reply: Reply; next: number } | undefined {
	const end = bytes.indexOf('\r\n', at);
	if (end === -1) return undefined;
	const text = bytes.slice(at + 1, end);
	const next = end + 2;
	switch (bytes[at]) {
		case '+':
			return { reply: { kind: 'status', text: utf8(text) }, next };
		case '-':
			return { reply: { kind: 'error', text: utf8(text) }, next };
		case ':':
			return { reply: { kind: 'integer', text }, next };
		case '$': {
			const length = Number(text);
			if (length === -1) return { reply: { kind: 'string', text: null }, next };
			if (bytes.length < next + length + 2) return undefined;
			return {
				reply: { kind: 'string', text: bytes.slice(next, next + length) },
				next: next + length + 2,
			};
		}
		case '*':
			return readArray(bytes, Number(text), next);
		default:
			throw new Error(`Redis sent “${bytes[at]}”, which starts no reply.`);
	}
}

function readArray(bytes: string, length: number, from: number): ReturnType<typeof readReply> {
	if (length === -1) return { reply: { kind: 'array', items: null }, next: from };
	const items: Reply[] = [];
	let next = from;
	for (let count = 0; count < length; count++) {
		const read = readReply(bytes, next);
		if (!read) return undefined;
		items.push(read.reply);
		next = read.next;
	}
	return { reply: { kind: 'array', items }, next };
}

const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');

/** Writes a reply as redis-cli does in a terminal. */
export function showReply(reply: Reply, prefix = ''): string {
	switch (reply.kind) {
		case 'status':
			return reply.text;
		case 'error':
			return `(error) ${reply.text}`;
		case 'integer':
			return `(integer) ${reply.text}`;
		case 'string':
			return reply.text === null ? '(nil)' : quoted(reply.text);
		case 'array': {
			if (reply.items === null) return '(nil)';
			if (reply.items.length === 0) return '(empty array)';
			const digits = `${reply.items.length}`.length;
			const inner = prefix + ' '.repeat(digits + 2);
			return reply.items
				.map(
					(item, index) =>
						`${index === 0 ? '' : prefix}${`${index + 1}`.padStart(digits)}) ${showReply(item, inner)}`,
				)
				.join('\n');
		}
	}
}

const ESCAPES: Record<string, string> = {
	'\\': '\\\\',
	'"': '\\"',
	'\n': '\\n',
	'\r': '\\r',
	'\t': '\\t',
	'\x07': '\\a',
	'\b': '\\b',
};

/** A string as redis-cli writes it: every byte that is not a printable ASCII character is escaped. */
function quoted(bytes: string): string {
	const text = bytes.replace(
		/["\\]|[^ -~]/g,
		(byte) => ESCAPES[byte] ?? `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
	);
	return `"${text}"`;
}

/**
 * Splits a command line as redis-cli does: words, "quoted with \" escapes", 'quoted as it is'.
 * @returns Nothing when the quotes are not closed.
 */
export function splitCommand(line: string): string[] | undefined {
	const words: string[] = [];
	const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s"']+))(?=\s|$)/gy;
	while (pattern.lastIndex < line.trimEnd().length) {
		const match = pattern.exec(line);
		if (!match) return undefined;
		const [, double, single, bare] = match;
		words.push(double !== undefined ? unescape(double) : (single?.replaceAll("\\'", "'") ?? bare!));
	}
	return words;
}

function unescape(text: string): string {
	const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };
	return text.replace(/\\(?:x([0-9a-fA-F]{2})|(.))/g, (_, hex?: string, character?: string) =>
		hex === undefined
			? (named[character!] ?? character!)
			: String.fromCharCode(Number.parseInt(hex, 16)),
	);
}
