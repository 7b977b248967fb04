import { execFile } from 'node:child_process';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { readFile, realpath } from 'node:fs/promises';
import { get as getHttps } from 'node:https';
import { BlockList } from 'node:net';
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
const list = (family, nets) => {
	const made = new BlockList();
	for (const net of nets.split(' ')) {
		const [address, bits] = net.split('/');
		made.addSubnet(address, Number(bits), family);
	}
	return made;
};
// RFC 6890: networks that are not the internet.
const inside4 = list(
	'ipv4',
	'0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 ' +
		'172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16 ' +
		'198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3',
);
// The other way round: the one network that is, and its exceptions.
const outside6 = list('ipv6', '2000::/3');
const inside6 = list('ipv6', '2001::/23 2001:db8::/32 2002::/16 3fff::/20');

const leadsOut = ({ address, family }) =>
	family === 6
		? outside6.check(address, 'ipv6') && !inside6.check(address, 'ipv6')
		: !inside4.check(address);

/** An address that a stranger gave, if it leads out of our network. */
export async function outside(text, resolve = lookup) {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol !== 'https:') throw new Refused('only https');
	if (url.port !== '' || url.username !== '') throw new Refused('a plain host only');
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const all = await resolve(host, { all: true }).catch(() => []);
	if (all.length === 0) throw new Refused('there is no such host');
	if (!all.every(leadsOut)) throw new Refused('leads inside');
	return { url, found: all[0] };
}
// #endregion ssrf

// #region fetch
/** A page, from the address that was checked, and from no other. */
export async function fetched({ url, found }, get = getHttps, limit = 100_000, time = 5000) {
	const request = get(url, {
		lookup: (host, { all }, done) =>
			all ? done(null, [found]) : done(null, found.address, found.family),
		signal: AbortSignal.timeout(time),
	});
	request.on('error', () => {}); // the waiting below hears of it, too
	const [response] = await once(request, 'response');
	if (response.statusCode !== 200) {
		request.destroy();
		throw new Refused(`the page answers ${response.statusCode}`); // 302: a redirect
	}
	const parts = [];
	let size = 0;
	for await (const part of response) {
		size += part.length;
		if (size > limit) throw new Refused('too large');
		parts.push(part);
	}
	return Buffer.concat(parts).toString();
}
// #endregion fetch

// #region escape
const CODES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => String(text).replace(/[&<>"']/g, (sign) => CODES[sign]);
// #endregion escape

// #region handlers
/** What came from elsewhere is text, and no browser may guess otherwise. */
const plain = (body) => ({
	body,
	headers: {
		'content-type': 'text/plain; charset=utf-8',
		'x-content-type-options': 'nosniff',
	},
});

export const closed = {
	'/lines': async ({ file }) => {
		const { stdout } = await run('wc', ['-l', await reportPath(file)]);
		return plain(`${Number.parseInt(stdout, 10)}\n`);
	},
	'/report': async ({ file }) => plain(await readFile(await reportPath(file), 'utf8')),
	'/preview': async ({ url }) => plain(await fetched(await outside(url))),
	'/greet': ({ name }) => `<h1>Hello ${escape(name)}</h1>`,
};
// #endregion handlers
