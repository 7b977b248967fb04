/**
 * Lets readers edit and run the blocks that are marked `playground`. Nothing is loaded until they ask.
 * A page's blocks of one language share one engine, so a block runs after those above it.
 */
import type { Engine, Progress } from './playground/engine.ts';

type Runner = 'sqlite' | 'postgres' | 'node';

const engines: Record<Runner, (progress: Progress) => Promise<Engine>> = {
	sqlite: async (progress) => (await import('./playground/sql.ts')).startSql('sqlite', progress),
	postgres: async (progress) =>
		(await import('./playground/sql.ts')).startSql('postgres', progress),
	node: async () => (await import('./playground/javascript.ts')).startJavaScript(),
};

const codeOf = (block: Element) =>
	[...block.querySelectorAll('pre .ec-line .code')]
		.map((line) => line.textContent!.replace(/\n$/, ''))
		.join('\n');

for (const block of document.querySelectorAll<HTMLElement>('[data-playground]')) {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'play';
	button.textContent = 'Edit and run';
	block.querySelector('.ran')!.append(button);
	button.addEventListener('click', () => open(block, button), { once: true });
}

/** Puts an editor under a block. */
function open(block: HTMLElement, button: HTMLButtonElement): void {
	const runner = block.dataset['runner'] as Runner;
	const original = codeOf(block);
	button.remove();

	const panel = document.createElement('div');
	panel.className = 'playground not-content';
	const editor = document.createElement('textarea');
	editor.value = original;
	editor.rows = original.split('\n').length + 1;
	editor.spellcheck = false;
	editor.autocapitalize = 'off';
	editor.setAttribute(
		'aria-label',
		'Code to edit. Control and Enter run it; Escape and then Tab leaves.',
	);
	const action = (label: string, act: () => void) => {
		const element = document.createElement('button');
		element.type = 'button';
		element.textContent = label;
		element.addEventListener('click', act);
		return element;
	};
	const run = action('Run', () => void runNow());
	const reset = action('Reset', () => {
		editor.value = original;
		engine?.close();
		engine = undefined;
		printed.textContent = '';
		status.textContent = 'Back to the start.';
	});
	const status = document.createElement('span');
	status.setAttribute('role', 'status');
	const printed = document.createElement('pre');
	printed.tabIndex = 0;
	printed.setAttribute('aria-label', 'What it printed');
	const bar = document.createElement('p');
	bar.append(run, reset, status);
	panel.append(editor, bar, printed);
	block.after(panel);
	editor.focus();

	let engine: Engine | undefined;

	/** Starts an engine in the state that the page is in above this block. */
	async function start(): Promise<Engine> {
		const started = await engines[runner]((message) => (status.textContent = message));
		if (runner !== 'node')
			for (const above of document.querySelectorAll<HTMLElement>(`[data-runner="${runner}"]`)) {
				if (above === block) break;
				await started.run(codeOf(above));
			}
		return started;
	}

	async function runNow(): Promise<void> {
		run.disabled = true;
		status.textContent = 'Starting…';
		try {
			engine ??= await start();
			status.textContent = 'Running…';
			const text = await engine.run(editor.value);
			printed.textContent = text;
			status.textContent = text ? 'Done.' : 'Done. It printed nothing.';
		} catch (error) {
			engine = undefined;
			status.textContent = `It could not be started: ${(error as Error).message} Check your connection and run again.`;
		} finally {
			run.disabled = false;
		}
	}

	editor.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void runNow();
	});
}
