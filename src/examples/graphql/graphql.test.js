import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql';
import { depthLimit } from './depth.js';

process.env.PORT = '0';
const { server } = await import('./server.js');
let at;
before(async () => {
	if (!server.listening) await once(server, 'listening');
	at = `http://127.0.0.1:${server.address().port}/`;
});
after(() => {
	server.close();
	server.closeAllConnections();
});

const post = (body, type = 'application/json') =>
	fetch(at, { method: 'POST', body, headers: { 'content-type': type } });
const ask = async (query, variables) => {
	const response = await post(JSON.stringify({ query, variables }));
	return { status: response.status, ...(await response.json()) };
};

test('the status says whether all, a part or nothing was executed', async () => {
	assert.equal((await ask('{ books { title } }')).status, 200);
	assert.equal((await ask('{ books { tilte } }')).status, 400);
	assert.equal((await ask('{ books(first: 51) { title } }')).status, 294);
	assert.equal((await ask('{ books { author { books(first: -1) { id } } } }')).status, 294);
});

test('variables and fragments', async () => {
	const { data } = await ask(
		`fragment Card on Book { title }
		query Home($n: Int) { books(first: $n) { ...Card } }`,
		{ n: 2 },
	);
	assert.equal(data.books.length, 2);
});

test('a body that is no question is refused, and the server lives on', async () => {
	const bodies = ['x', '', 'null', '[]', '{}', '{"query":7}', '{"query":"{"}'];
	for (const body of bodies) assert.equal((await post(body)).status, 400, body.slice(0, 20));
	assert.equal((await post('{"query":"{ books { id } }"}', 'text/plain')).status, 415);
	const deep = JSON.stringify({ query: '{a'.repeat(20_000) });
	assert.equal((await post(deep)).status, 400);
	assert.equal((await post('"'.repeat(200_000))).status, 400);
	const { port } = server.address();
	const socket = connect(port, '127.0.0.1');
	socket.write(
		'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{',
	);
	await once(server, 'request');
	socket.destroy(); // goes away in the middle of its body
	await once(socket, 'close');
	assert.equal((await ask('{ books { title } }')).status, 200);
});

const schema = buildSchema('type Query { q: Query, a: Int }');
const messages = (source, most) =>
	validate(schema, parse(source), [depthLimit(most)]).map(({ message }) => message);

test('depth counts through fragments, and cycles have no end', () => {
	assert.equal(messages('{ q { q { a } } }', 3).length, 0);
	assert.match(messages('{ q { q { a } } }', 2)[0], /3 levels/);
	assert.match(messages('{ q { ...F } } fragment F on Query { q { a } }', 2)[0], /3 levels/);
	assert.match(messages('{ ...F } fragment F on Query { q { ...F } }', 9)[0], /Infinity/);
});

test('a chain of fragments that doubles costs no time', () => {
	const chain = Array.from(
		{ length: 60 },
		(_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
	);
	const source = `{ ...F0 } ${chain.join(' ')} fragment F60 on Query { a }`;
	assert.deepEqual(messages(source, 6), []); // 2^60 steps would never end
});

test('introspection is let through', () => {
	const document = parse(getIntrospectionQuery());
	assert.deepEqual(validate(schema, document, [...specifiedRules, depthLimit(6)]), []);
});
