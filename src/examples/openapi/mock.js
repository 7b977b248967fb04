// A server that answers what the description says, from its schemas.
import { createServer } from 'node:http';
import { Validator } from '@seriousme/openapi-schema-validator';

const validator = new Validator();
await validator.validate('tasks.yaml');
const { paths } = validator.resolveRefs();

const FORMATS = {
	uuid: '00000000-0000-4000-8000-000000000000',
	date: '2026-03-09',
	'uri-reference': 'about:blank',
};

/** A value that fits a schema. */
export function sample(schema) {
	const { example, type, format, properties, required = [] } = schema;
	if (example !== undefined) return example;
	const first = [type].flat()[0];
	if (first === 'object')
		return Object.fromEntries(
			required.map((name) => [name, sample(properties[name])]),
		);
	if (first === 'array') return [sample(schema.items)];
	if (first === 'integer') return schema.minimum ?? 0;
	if (first === 'boolean') return false;
	return FORMATS[format] ?? 'text';
}

createServer((request, response) => {
	const [address] = request.url.split('?');
	const path = address.replace(/^\/tasks\/.+/, '/tasks/{id}');
	const operation = paths[path]?.[request.method.toLowerCase()];
	const [status, { content }] = operation
		? Object.entries(operation.responses)[0]
		: ['404', paths['/tasks/{id}'].get.responses['404']];
	if (!content) return response.writeHead(Number(status)).end();
	const [[type, { schema }]] = Object.entries(content);
	const headers = { 'content-type': type, location: '/tasks/1' };
	response.writeHead(Number(status), headers);
	response.end(JSON.stringify(sample(schema)));
}).listen(process.env.PORT2 ?? 3001, '127.0.0.1');
