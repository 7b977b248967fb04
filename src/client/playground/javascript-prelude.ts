import { format } from 'node-inspect-extracted';

/** What stands before the reader's program: a console that prints as Node.js does, and a way to end. */
const printing = (...values: unknown[]) => postMessage({ printed: format(...values) });
const { setTimeout: later } = globalThis;
let waiting = 0;
let over = false;

/** Ends the program once its last timer has gone off, as Node.js does. */
const endWhenIdle = () => {
	if (over && waiting === 0) postMessage({ ended: true });
};

/** Says an error by its name and message: the lines of its stack are those of this worker. */
const fail = (reason: unknown) =>
	postMessage({ error: `Uncaught ${reason instanceof Error ? String(reason) : format(reason)}` });

Object.assign(globalThis, {
	console: {
		...console,
		log: printing,
		info: printing,
		error: printing,
		warn: printing,
		debug: printing,
	},
	setTimeout: (action: (...values: unknown[]) => void, time?: number, ...values: unknown[]) => {
		waiting++;
		return later(() => {
			try {
				action(...values);
			} finally {
				waiting--;
				later(endWhenIdle, 0);
			}
		}, time);
	},
	programFails: fail,
	programEnds: () => {
		over = true;
		later(endWhenIdle, 0);
	},
});

addEventListener('unhandledrejection', (event) => {
	event.preventDefault();
	fail(event.reason);
});
