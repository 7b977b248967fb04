import preludeAddress from './javascript-prelude.ts?worker&url';
import { withBase } from '../../site.ts';
import { TIME_LIMIT, type Engine } from './engine.ts';

interface Message {
	ready?: true;
	printed?: string;
	error?: string;
	ended?: true;
}

/**
 * Runs JavaScript in a worker inside a sandboxed frame, whose origin is nobody's: the code reaches
 * neither the page nor anything that the handbook keeps in the browser.
 */
export async function startJavaScript(): Promise<Engine> {
	const prelude = await (await fetch(preludeAddress)).text();
	const frame = document.createElement('iframe');
	frame.setAttribute('sandbox', 'allow-scripts');
	frame.hidden = true;
	frame.title = 'Runs the code of the playground';
	frame.src = withBase('/playground/frame.html', import.meta.env.BASE_URL);
	const ready = new Promise<void>((resolve) => {
		addEventListener('message', ({ source, data }: MessageEvent<Message>) => {
			if (source === frame.contentWindow && data.ready) resolve();
		});
	});
	document.body.append(frame);
	await ready;

	return {
		run: (code) =>
			new Promise((resolve) => {
				const lines: string[] = [];
				const finish = () => {
					clearTimeout(limit);
					removeEventListener('message', hear);
					frame.contentWindow?.postMessage({ stop: true }, '*');
					resolve(lines.join('\n'));
				};
				const limit = setTimeout(() => {
					lines.push(`Stopped after ${TIME_LIMIT / 1000} seconds.`);
					finish();
				}, TIME_LIMIT);
				const hear = ({ source, data }: MessageEvent<Message>) => {
					if (source !== frame.contentWindow) return;
					if (data.printed !== undefined) lines.push(data.printed);
					if (data.error !== undefined) lines.push(data.error);
					if (data.error !== undefined || data.ended) finish();
				};
				addEventListener('message', hear);
				const program = `${prelude}\n;(async () => {\n'use strict';\n${code}\n})().then(programEnds, programFails);`;
				frame.contentWindow?.postMessage({ program }, '*');
			}),
		close: () => frame.remove(),
	};
}
