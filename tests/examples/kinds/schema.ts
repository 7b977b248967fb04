import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import type { Block } from '../extract.ts';
import type { Result } from '../result.ts';
import type { Workspace } from '../workspace.ts';

/** Validates a JSON or YAML block against a JSON Schema that an earlier block has written. */
export function validateBlock({ fence, code }: Block, workspace: Workspace): Result {
	const command = `validate against ${fence.schema}`;
	const schema = readSchema(fence.schema!, workspace);
	let data: unknown;
	try {
		data = fence.lang === 'json' ? JSON.parse(code) : parse(code);
	} catch (error) {
		return { output: (error as Error).message, failed: true, ending: 'a syntax error', command };
	}
	const ajv = String(schema['$schema']).includes('2020-12')
		? new Ajv2020({ allErrors: true })
		: new Ajv({ allErrors: true });
	(formats as unknown as (ajv: Ajv | Ajv2020) => void)(ajv);
	const valid = ajv.validate(schema, data);
	const name = fence.file ?? fence.lang;
	return {
		output: valid
			? `${name}: valid`
			: ajv.errorsText(ajv.errors, { dataVar: name, separator: '\n' }),
		failed: !valid,
		ending: valid ? 'valid' : 'not valid',
		command,
	};
}

function readSchema(file: string, workspace: Workspace): Record<string, unknown> {
	let text: string;
	try {
		text = readFileSync(resolve(workspace.folder, file), 'utf8');
	} catch {
		throw new Error(
			`there is no ${file}: no block above writes it. Show the schema in a block with file="${file}".`,
		);
	}
	return (file.endsWith('.json') ? JSON.parse(text) : parse(text)) as Record<string, unknown>;
}
