// node policy.js <plan>: may this be applied without asking a person?
import { readFileSync } from 'node:fs';

const { steps } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// #region policy
const rules = [
	['destroys data', ({ action, address }) => /delete|replace/.test(action) && /database/.test(address)],
	['is open to the world', ({ attributes }) => attributes?.open === '0.0.0.0/0'],
	['costs more than we want', ({ attributes }) => attributes?.size === 'huge'],
	['belongs to nobody', ({ attributes }) => attributes && !attributes.owner],
];
const found = steps.flatMap((step) =>
	rules.filter(([, breaks]) => breaks(step)).map(([text]) => `${step.address} ${text}`),
);
// #endregion policy

console.log(found.join('\n') || 'allowed');
process.exitCode = found.length > 0 ? 1 : 0;
