// node start.js [most waiting]
import { serve } from './server.js';

const most = Number(process.argv[2] ?? Infinity);
serve({ most }).listen(process.env.PORT, '127.0.0.1', () => console.log('ready'));
