// node server.js insecure | encoded | csp <port>
import { hardened } from './hardened.js';
import { insecure } from './insecure.js';

const [how, port] = process.argv.slice(2);
const server = how === 'insecure' ? insecure() : hardened({ encode: how !== 'csp' });
server.listen(port, '127.0.0.1');
