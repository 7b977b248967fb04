// node compare.js: each remedy, what the profile promised for it, and what it gave
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { amdahl } from './lock.js';
import { shares } from './profile.js';

const program = fileURLToPath(new URL('replay.js', import.meta.url));
function rate(...remedies) {
	const { stdout } = spawnSync(process.execPath, [program, ...remedies], { encoding: 'utf8' });
	return Number.parseInt(stdout, 10);
}

const { times } = shares('plain.cpuprofile');
const share = (name) => times[name].total;
const plain = rate();
const cache = rate('cache');
const trim = rate('trim');
const both = rate('trim', 'index');

const row = (name, pages, promise = '') =>
	console.log(name.padEnd(12), `${pages}`.padStart(5), (pages / plain).toFixed(1), promise);
// #region promise
const promised = (name) => amdahl(Infinity, 1 - share(name)).toFixed(1);
// #endregion promise
console.log('            pages times promised');
row('as it was', plain);
row('cache', cache, promised('reviews page.js'));
row('trimEnd', trim, promised('tidy page.js'));
row('and an index', both);
console.log('the guess gives less than 1.7:', cache / plain < 1.7);
console.log('the profile gives more than 2:', trim / plain > 2);
