import { expect, test } from 'vitest';
import { isComplete, requestOf } from '../examples/kinds/http.ts';

test('a request ends its header lines with CR LF and leaves its body alone', () => {
	expect(requestOf('GET / HTTP/1.1\nHost: a')).toBe('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
	expect(requestOf('POST / HTTP/1.1\nHost: a\n\n{\n\n}')).toBe(
		'POST / HTTP/1.1\r\nHost: a\r\n\r\n{\n\n}',
	);
});

test.each([
	['a length', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n', 'ok'],
	['chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '2\r\nok\r\n0\r\n\r\n'],
	['no body', 'HTTP/1.1 204 No Content', '\r\n\r\n'],
	[
		'an interim response',
		'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n',
		'x',
	],
])('a response is complete by its own account: %s', (_, start, end) => {
	for (let length = 0; length < end.length; length++)
		expect(isComplete(start + end.slice(0, length))).toBe(false);
	expect(isComplete(start + end)).toBe(true);
});

test('a response without a length ends when the server closes', () => {
	expect(isComplete('HTTP/1.0 200 OK\r\n\r\nanything')).toBe(false);
	expect(isComplete('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n', true)).toBe(true);
});
