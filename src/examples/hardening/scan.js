// node scan.js <address>: exit status 1 if anything is open.
import { checks } from './checks.js';

let open = 0;
for (const [number, what, holds] of checks) {
	const good = await holds(process.argv[2]).catch(() => false);
	if (!good) open += 1;
	console.log(`${good ? 'ok  ' : 'OPEN'} API${number} ${what}`);
}
console.log(`${open} of ${checks.length} open`);
process.exitCode = open > 0 ? 1 : 0;
