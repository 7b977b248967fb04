import { createServer } from 'node:http';
import { execute, parse, specifiedRules, validate } from 'graphql';
import { depthLimit } from './depth.js';
import { batching, rootValue, schema } from './schema.js';

const answer = async (body) => {
	const { query, variables } = JSON.parse(body);
	const document = parse(query, { maxTokens: 1000 });
	const errors = validate(schema, document, [...specifiedRules, depthLimit(6)]);
	if (errors.length > 0) return { errors };
	return execute({
		schema,
		document,
		rootValue,
		variableValues: variables,
		contextValue: batching(), // a new one for each request
	});
};

const MOST = 100_000; // characters of a body
const textOf = async (request) => {
	let text = '';
	for await (const part of request.setEncoding('utf8'))
		if (text.length <= MOST) text += part; // the rest is thrown away
	if (text.length > MOST) throw new Error('The body is too large.');
	return text;
};

const statusOf = (result) => {
	if (!('data' in result)) return 400; // could not be executed
	return result.errors ? 294 : 200; // 294: partial success
};

export const server = createServer(async (request, response) => {
	if (!/^application\/json\b/.test(request.headers['content-type']))
		return response.writeHead(415).end();
	const result = await textOf(request)
		.then(answer)
		.catch(({ message }) => ({ errors: [{ message }] }));
	response.writeHead(statusOf(result), {
		'content-type': 'application/graphql-response+json',
	});
	response.end(`${JSON.stringify(result)}\n`);
}).listen(process.env.PORT ?? 0, '127.0.0.1');
