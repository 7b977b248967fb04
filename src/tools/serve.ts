/**
 * Serves a built site as a static host would: `node src/tools/serve.ts [folder]`, `dist` without one. Where it is
 * served, port and base path, is said by HANDBOOK_URL, as for the build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { site } from '../site.ts';

const folder = process.argv[2] ?? 'dist';
if (!existsSync(join(folder, 'index.html'))) {
	console.error(`There is no built site in ${folder}. Build it first: npm run build`);
	process.exit(1);
}

const address = new URL(site.base, site.origin);
const port = Number(address.port) || 80;
const files = sirv(folder, { etag: true });
const notFound = readFileSync(join(folder, '404.html'));

const server = createServer((request, response) => {
	const miss = () => {
		response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
		response.end(notFound);
	};
	const path = request.url ?? '/';
	if (!path.startsWith(site.base)) return miss();
	request.url = `/${path.slice(site.base.length)}`;
	files(request, response, miss);
});
server.on('error', (error: NodeJS.ErrnoException) => {
	console.error(
		error.code === 'EADDRINUSE'
			? `Port ${port} is taken by another program. Choose another one: HANDBOOK_URL=http://localhost:4322/ npm start`
			: error.message,
	);
	process.exit(1);
});
server.listen(port, 'localhost', () =>
	console.log(`The handbook is at ${address.href}  (stop it with Ctrl-C)`),
);
