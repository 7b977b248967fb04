import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hash = promisify(argon2);
const compute = (password, nonce) =>
	hash('argon2id', {
		message: password.normalize('NFKC'),
		nonce,
		memory: 19_456,
		passes: 2,
		parallelism: 1,
		tagLength: 32,
	});

/** What to keep of a password. */
export async function store(password) {
	const salt = randomBytes(16);
	return { salt, tag: await compute(password, salt) };
}

const nobody = await store('nobody');

/** Whether the password is right; takes as long for a user who does not exist. */
export async function check(password, stored = nobody) {
	const tag = await compute(password, stored.salt);
	return timingSafeEqual(tag, stored.tag) && stored !== nobody;
}
