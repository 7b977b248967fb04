// node attack.js <url> <file with the mails>: four attacks, and what came of them.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { people } from './world.js';

const [base, mails] = process.argv.slice(2);

/** The newest link that was sent to an address. */
async function linkOf(email) {
	for (let tries = 0; tries < 100; tries += 1) {
		const lines = (await readFile(mails, 'utf8').catch(() => '')).trimEnd().split('\n');
		const letters = lines.filter(Boolean).map((line) => JSON.parse(line));
		const letter = letters.findLast(({ to }) => to === email);
		if (letter?.token && !linkOf.used.has(letter.token)) {
			linkOf.used.add(letter.token);
			return letter.token;
		}
		await sleep(50);
	}
	throw new Error(`no mail for ${email}`);
}
linkOf.used = new Set();

const { user, visitor } = people(base, linkOf);
const run = randomUUID().slice(0, 8);
const ada = await user(`ada-${run}`);
const mallory = await user(`mallory-${run}`);

// #region idor
const { body: secret } = await ada.ask('POST', '/tasks', { title: 'Buy a ring' });
const read = await mallory.ask('GET', `/tasks/${secret.id}`);
const remove = await mallory.ask('DELETE', `/tasks/${secret.id}`);
console.log(`IDOR      read ${read.status} ${read.body.title}, remove ${remove.status}`);
// #endregion idor

// #region csrf
const headers = { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' };
const forged = await ada.ask('PATCH', '/me', { name: 'Owned' }, headers);
console.log(
	`CSRF      ${forged.status}, her name is ${(await ada.ask('GET', '/me')).body.name.replace(`-${run}`, '')}`,
);
// #endregion csrf

// #region throttle
const guesses = Array.from({ length: 40 }, (_, n) =>
	visitor().ask('POST', '/session', { email: ada.email, password: `guess ${n}` }),
);
const answers = (await Promise.all(guesses)).map(({ status }) => status);
const tried = answers.filter((status) => status === 401).length;
console.log(`Throttle  ${tried} of 40 guesses were tried`);
// #endregion throttle

// #region reset
await visitor().ask('POST', '/resets', { email: ada.email });
const token = await linkOf(ada.email);
const words = ['the password of ada', 'the password of mallory'];
const resets = await Promise.all(
	words.map((password) => visitor().ask('PUT', '/password', { token, password })),
);
const worked = resets.filter(({ status }) => status === 204).length;
const old = (await ada.ask('GET', '/me')).status;
console.log(`Reset     ${worked} of 2 worked with one link, Ada's old session: ${old}`);
// #endregion reset
