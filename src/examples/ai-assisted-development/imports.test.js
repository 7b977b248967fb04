import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strangers } from './imports.js';

const project = { dependencies: { express: '*' }, devDependencies: { '@scope/tool': '*' } };

test('names packages that nobody agreed to', () => {
	const source = `
		import express from 'express';
		import { readFile } from 'node:fs/promises';
		import path from 'path';
		import { a } from './a.js';
		import 'Stranger/register';
		import tool from '@scope/tool/deep';
		const other = require("@other/Package");
		const late = await import('Late');
		import again from 'Stranger';
	`;
	assert.deepEqual(strangers(source, project), ['Stranger', '@other/Package', 'Late']);
});

test('a name that every object has is no package', () => {
	assert.deepEqual(strangers("import 'constructor'", {}), ['constructor']);
});
