import { ask, TIME_LIMIT, type Engine, type Progress } from './engine.ts';

const DATABASES = {
	sqlite: {
		name: 'SQLite',
		size: '0.5 MB',
		start: () => new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module' }),
	},
	postgres: {
		name: 'PostgreSQL',
		size: '4 MB',
		start: () => new Worker(new URL('./postgres-worker.ts', import.meta.url), { type: 'module' }),
	},
} as const;

/** Starts a database of a page's own, in a worker of the reader's browser. */
export async function startSql(kind: keyof typeof DATABASES, progress: Progress): Promise<Engine> {
	const { name, size, start } = DATABASES[kind];
	progress(`Loading ${name} (${size}, kept for next time)…`);
	const worker = start();
	// It answers once it has loaded.
	await ask(worker, '');
	return {
		async run(code) {
			let timer: ReturnType<typeof setTimeout> | undefined;
			const limit = new Promise<string>((resolve) => {
				timer = setTimeout(() => {
					worker.terminate();
					resolve(`Stopped after ${TIME_LIMIT / 1000} seconds. Reset starts the database anew.`);
				}, TIME_LIMIT);
			});
			const printed = await Promise.race([ask(worker, code), limit]);
			clearTimeout(timer);
			return printed;
		},
		close: () => worker.terminate(),
	};
}
