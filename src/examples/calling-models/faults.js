// What happens when the stand-in fails in each of five ways.
import { ask } from './model.js';

const at = `http://127.0.0.1:${process.env.PORT}`;
const request = { system: '', messages: [{ role: 'user', content: 'Hello' }], max: 400 };
const bill = async () => (await fetch(`${at}/bill`)).json();

await bill();
for (const faults of [[], [429], [503, 503], ['hang'], [400], ['cut'], [503, 503, 503, 503]]) {
	await fetch(`${at}/faults`, { method: 'POST', body: JSON.stringify(faults) });
	const result = await ask(request, { silence: 2000, base: 10 }).then(
		() => 'answered',
		(error) => error.message,
	);
	const { requests, output } = await bill();
	console.log(
		`${faults.join(' ') || 'none'}:`.padEnd(17),
		result,
		`(${requests} requests, ${output} tokens)`,
	);
}
