// node load.js <port>: four clients ask until there is a file `done`.
import { existsSync, writeFileSync } from 'node:fs';

const seen = new Set();
let failed = 0;

async function client() {
	while (!existsSync('done')) {
		const response = await fetch(`http://127.0.0.1:${process.argv[2]}/`);
		const text = await response.text();
		writeFileSync('asking', 'yes');
		if (response.ok) seen.add(text.trim());
		else failed += 1;
	}
}
await Promise.all([1, 2, 3, 4].map(client));
console.log(`answers: ${[...seen].sort().join(', ')}`);
console.log(`failed requests: ${failed ? `some (${failed})` : 'none'}`);
