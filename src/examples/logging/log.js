// #region log
import { basename } from 'node:path';
import { context } from './context.js';

const LEVELS = ['debug', 'info', 'warn', 'error'];
const least = LEVELS.indexOf(process.env.LOG_LEVEL ?? 'info');
const service = basename(process.argv[1] ?? 'repl', '.js');

/** What JSON would make `{}` of, or refuse. */
const plain = (key, value) => {
	if (typeof value === 'bigint') return `${value}`;
	if (!(value instanceof Error)) return value;
	const { name, message, stack, cause } = value;
	return { name, message, stack, cause };
};

function write(level, msg, fields) {
	if (LEVELS.indexOf(level) < least) return;
	const time = new Date().toISOString();
	const own = { time, level, service, msg, ...context.getStore() };
	// Own names come last, so that no field of a caller replaces them.
	const record = { ...own, ...fields, ...own };
	let line;
	try {
		line = JSON.stringify(record, plain);
	} catch (error) {
		line = JSON.stringify({ ...own, notLogged: error.message });
	}
	process.stdout.write(`${line}\n`);
}

export const log = {
	debug: (msg, fields) => write('debug', msg, fields),
	info: (msg, fields) => write('info', msg, fields),
	warn: (msg, fields) => write('warn', msg, fields),
	error: (msg, fields) => write('error', msg, fields),
};
// #endregion log
