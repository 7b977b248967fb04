import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { readFile, realpath } from 'node:fs/promises';
import { BlockList, isIP } from 'node:net';
import { sep } from 'node:path';
import { promisify } from 'node:util';
import { Refused } from './refused.js';

const run = promisify(execFile);

// #region inside
/** The real path of a report, which must lie in its folder. */
async function reportPath(file) {
	if (!/^[\w-]+\.txt$/.test(file)) throw new Refused('not a name of a report');
	const folder = await realpath('reports');
	const path = await realpath(`${folder}${sep}${file}`).catch(() => {
		throw new Refused('there is no such report');
	});
	if (!path.startsWith(folder + sep)) throw new Refused('outside of the folder');
	return path;
}
// #endregion inside

// #region ssrf
const inside = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
])
	inside.addSubnet(net, bits);
for (const [net, bits] of [
	['::', 128],
	['::1', 128],
	['fc00::', 7],
	['fe80::', 10],
])
	inside.addSubnet(net, bits, 'ipv6');

/** An address that a stranger gave, if it leads out of our network. */
export async function outside(text, resolve = lookup) {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol !== 'https:') throw new Refused('only https');
	if (url.port !== '' || url.username !== '') throw new Refused('a plain host only');
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const found = await resolve(host, { all: true });
	for (const { address } of found)
		if (inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'))
			throw new Refused('leads inside');
	return { url, address: found[0].address };
}
// #endregion ssrf

// #region escape
const CODES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => CODES[sign]);
// #endregion escape

export const closed = {
	'/lines': async ({ file }) => (await run('wc', ['-l', await reportPath(file)])).stdout,
	'/report': async ({ file }) => readFile(await reportPath(file), 'utf8'),
	'/preview': async ({ url }) => {
		const { url: safe } = await outside(url);
		return (await fetch(safe, { redirect: 'error' })).text();
	},
	'/greet': ({ name }) => `<h1>Hello ${escape(name)}</h1>`,
};
