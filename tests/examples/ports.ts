import { createServer } from 'node:net';

const taken = new Set<number>();

/**
 * Reserves a free port for this run. It lies below the ports that systems give to outgoing
 * connections (from 32768), so that nothing takes it by chance before the server listens.
 */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = 20_000 + Math.floor(Math.random() * 12_000);
		if (taken.has(port)) continue;
		taken.add(port);
		if ((await canListen(port, '127.0.0.1')) && (await canListen(port, undefined))) return port;
	}
}

function canListen(port: number, host: string | undefined): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
	});
}
