// node replay.js [cache] [formatter] [index]: an hour of the log again, without the network
import { openPage } from './page.js';

/** Pages for one second of processor time, once the program is warm. */
export function replay(remedies, pages = 1000) {
	const page = openPage(remedies);
	for (let n = 0; n < 200; n += 1) page(`tea-${n % 100}`);
	const before = process.cpuUsage();
	for (let n = 0; n < pages; n += 1) page(`tea-${n % 100}`);
	const { user, system } = process.cpuUsage(before);
	return pages / ((user + system) / 1e6);
}

if (import.meta.filename === process.argv[1]) {
	const rate = replay(process.argv.slice(2));
	console.log(`${Math.round(rate)} pages for a second of processor time`);
}
