// node runner.js <workflow.yml> <github.json> <secrets.json>
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { fill } from './fill.js';
import { masking } from './mask.js';

const [workflow, github, secrets] = process.argv
	.slice(2)
	.map((file) => parse(readFileSync(file, 'utf8')));
const context = { github, secrets };
const masked = masking(Object.values(secrets));

// #region steps
for (const { steps } of Object.values(workflow.jobs))
	for (const { run, env = {} } of steps) {
		const filled = Object.entries(env).map(([key, text]) => [key, fill(text, context)]);
		const { status, stdout } = spawnSync('bash', ['-ec', fill(run, context)], {
			encoding: 'utf8',
			env: { PATH: process.env.PATH, ...Object.fromEntries(filled) },
		});
		const lines = stdout.replace(/\n$/, '').split('\n');
		for (const line of lines.flatMap(masked)) console.log(line);
		if (status !== 0) process.exit(status);
	}
// #endregion steps
