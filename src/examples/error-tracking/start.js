// node start.js: the shop of this folder, on $PORT. Its process id is in `shop.pid`.
import { basename } from 'node:path';
import { writeFileSync } from 'node:fs';
import { server } from './shop.js';

writeFileSync('shop.pid', `${process.pid}`);
server.listen(process.env.PORT, '127.0.0.1', () =>
	console.log(`${basename(import.meta.dirname)} is ready`),
);
