// Asks a running service, and holds each answer to the description.
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const validator = new Validator();
await validator.validate('tasks.yaml');
const description = validator.resolveRefs();
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);

/** What is wrong with an answer, by the description of its operation. */
export function faults({ responses }, { status, headers, body }) {
	const names = [status, `${Math.floor(status / 100)}XX`, 'default'];
	const described = responses[names.find((name) => responses[name])];
	if (!described) return [`status ${status} is not described`];
	const wrong = [];
	const { headers: promised = {}, content = {} } = described;
	for (const [name, { required }] of Object.entries(promised))
		if (required && !headers.has(name))
			wrong.push(`header ${name} is missing`);
	const sent = headers.get('content-type')?.split(';')[0];
	const types = Object.keys(content);
	if (!sent && types.length === 0) return wrong;
	if (!types.includes(sent)) return [...wrong, `type ${sent}, not ${types}`];
	const { schema } = content[sent];
	if (!ajv.validate(schema, body))
		for (const { instancePath, message } of ajv.errors)
			wrong.push(`${instancePath || '/'} ${message}`);
	return [...wrong, ...extra(schema, body)];
}

/** Fields that are sent, and that nobody has described. */
function extra({ properties = {}, items = {} }, body, place = '') {
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([name, value]) => {
		const at = `${place}/${name}`;
		const schema = Array.isArray(body) ? items : properties[name];
		return schema ? extra(schema, value, at) : [`${at} is not described`];
	});
}

/** Asks, and prints what is wrong with the answer. */
export async function call(name, method, path, body, headers = {}) {
	const type = body ? { 'content-type': 'application/json' } : {};
	const response = await fetch(process.argv[2] + path, {
		method,
		headers: { ...type, ...headers },
		body: body && JSON.stringify(body),
	});
	const text = await response.text();
	const answer = {
		status: response.status,
		headers: response.headers,
		body: text && JSON.parse(text),
	};
	const route = path.split('?')[0].replace(/^\/tasks\/.+/, '/tasks/{id}');
	const operation = description.paths[route][method.toLowerCase()];
	const wrong = faults(operation, answer);
	console.log(wrong.length ? 'BROKEN' : 'ok    ', answer.status, name);
	for (const fault of wrong) console.log(`         ${fault}`);
	if (wrong.length) process.exitCode = 1;
	return answer;
}

const tea = { title: 'Buy tea' };
const { body } = await call('add a task', 'POST', '/tasks', tea);
await call('an empty title', 'POST', '/tasks', { title: '' });
await call('read it', 'GET', `/tasks/${body.id}`);
await call('one that is not there', 'GET', '/tasks/none');
await call('list', 'GET', '/tasks');
await call('a limit out of range', 'GET', '/tasks?limit=1000');
