import { asking, TIME_LIMIT, type Engine, type Progress } from './engine.ts';

/** What a database worker answers: the text of the results, or why there are none. */
export interface SqlAnswer {
	text: string;
}

const DATABASES = {
	sqlite: {
		name: 'SQLite',
		size: '0.5 MB',
		worker: () => new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module' }),
	},
	postgres: {
		name: 'PostgreSQL',
		size: '4 MB',
		worker: () => new Worker(new URL('./postgres-worker.ts', import.meta.url), { type: 'module' }),
	},
} as const;

/** Starts a database of its own for a page, in a worker of the reader's browser. */
export async function startSql(kind: keyof typeof DATABASES, progress: Progress): Promise<Engine> {
	const { name, size, worker: start } = DATABASES[kind];
	progress(`Loading ${name} (${size}, kept for next time)…`);
	const worker = start();
	const ask = asking<string, SqlAnswer>(worker);
	await ask('');
	return {
		async run(code) {
			let timer: ReturnType<typeof setTimeout> | undefined;
			const limit = new Promise<SqlAnswer>((resolve) => {
				timer = setTimeout(() => {
					worker.terminate();
					resolve({
						text: `Stopped after ${TIME_LIMIT / 1000} seconds. Reset starts the database anew.`,
					});
				}, TIME_LIMIT);
			});
			const { text } = await Promise.race([ask(code), limit]);
			clearTimeout(timer);
			return text;
		},
		close: () => worker.terminate(),
	};
}
