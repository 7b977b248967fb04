// A server that answers what the description says, made up from its schemas.
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
export function sample({ example, type, format, properties, required = [], items, minimum }) {
	if (example !== undefined) return example;
	const first = [type].flat()[0];
	if (first === 'object')
		return Object.fromEntries(required.map((name) => [name, sample(properties[name])]));
	if (first === 'array') return [sample(items)];
	if (first === 'integer') return minimum ?? 0;
	if (first === 'boolean') return false;
	return FORMATS[format] ?? 'text';
}

createServer((request, response) => {
	const path = request.url.split('?')[0].replace(/^\/tasks\/.+/, '/tasks/{id}');
	const operation = paths[path]?.[request.method.toLowerCase()];
	const [status, { content }] = operation
		? Object.entries(operation.responses)[0]
		: ['404', paths['/tasks/{id}'].get.responses['404']];
	const [[type, { schema }]] = Object.entries(content);
	response.writeHead(Number(status), { 'content-type': type, location: '/tasks/1' });
	response.end(JSON.stringify(sample(schema)));
}).listen(process.env.PORT2, '127.0.0.1');
