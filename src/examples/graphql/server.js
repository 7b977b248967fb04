import { createServer } from 'node:http';
import { execute, parse, specifiedRules, validate } from 'graphql';
import { depthLimit } from './depth.js';
import { batching, rootValue, schema } from './schema.js';

const answer = async ({ query, variables }) => {
	const document = parse(query);
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

createServer(async (request, response) => {
	const body = Buffer.concat(await Array.fromAsync(request)).toString();
	const result = await answer(JSON.parse(body)).catch((error) => ({ errors: [error] }));
	response.writeHead('data' in result ? 200 : 400, {
		'content-type': 'application/graphql-response+json',
	});
	response.end(`${JSON.stringify(result)}\n`);
}).listen(process.env.PORT, '127.0.0.1');
