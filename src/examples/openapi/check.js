// Is this a valid OpenAPI description?
import { Validator } from '@seriousme/openapi-schema-validator';

const { valid, errors } = await new Validator().validate(process.argv[2]);
for (const { instancePath, message } of errors ?? [])
	console.log(`${instancePath || '/'} ${message}`);
console.log(valid ? 'valid' : 'not valid');
process.exitCode = valid ? 0 : 1;
