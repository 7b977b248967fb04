// Asks a running service, and holds each answer to the description.
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const validator = new Validator();
await validator.validate('tasks.yaml');
const description = validator.resolveRefs();
const ajv = addFormats.default(new Ajv({ allErrors: true, strict: false }));

/** What is wrong with an answer, by the description of its operation. */
export function faults(operation, { status, headers, body }) {
	const described = operation.responses[status];
	if (!described) return [`status ${status} is not described`];
	const [[type, { schema }]] = Object.entries(described.content);
	const wrong = [];
	const sent = headers.get('content-type');
	if (sent !== type) wrong.push(`type ${sent} is not ${type}`);
	for (const [name, { required }] of Object.entries(described.headers ?? {}))
		if (required && !headers.has(name)) wrong.push(`header ${name} is missing`);
	if (!ajv.validate(schema, body))
		for (const { instancePath, message } of ajv.errors)
			wrong.push(`${instancePath || '/'} ${message}`);
	return wrong;
}

const origin = process.argv[2];
async function call(name, method, path, body) {
	const route = path.split('?')[0].replace(/^\/tasks\/.+/, '/tasks/{id}');
	const response = await fetch(origin + path, {
		method,
		...(body
			? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
			: {}),
	});
	const answer = {
		status: response.status,
		headers: response.headers,
		body: await response.json(),
	};
	const operation = description.paths[route][method.toLowerCase()];
	const wrong = faults(operation, answer);
	console.log(wrong.length ? 'BROKEN' : 'ok    ', answer.status, name);
	for (const fault of wrong) console.log(`         ${fault}`);
	if (wrong.length) process.exitCode = 1;
	return answer;
}

const { body } = await call('add a task', 'POST', '/tasks', { title: 'Buy tea' });
await call('an empty title', 'POST', '/tasks', { title: '' });
await call('read it', 'GET', `/tasks/${body.id}`);
await call('one that is not there', 'GET', '/tasks/none');
await call('list', 'GET', '/tasks');
await call('a limit out of range', 'GET', '/tasks?limit=1000');
