import { createHmac, timingSafeEqual } from 'node:crypto';

const TOLERANCE = 300; // seconds

const hmac = (secret, time, body) =>
	createHmac('sha256', secret).update(`${time}.`).update(body).digest();

/** The header that goes with a body: when it was signed, and the signature. */
export const sign = (secret, body, time = Math.floor(Date.now() / 1000)) =>
	`t=${time},v1=${hmac(secret, time, body).toString('hex')}`;

/** Why a header is not good for a body; nothing if it is. */
export function fault(secrets, header, body, now = Date.now() / 1000) {
	const [, time, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
	if (!hex) return 'no signature';
	const given = Buffer.from(hex, 'hex');
	const good = secrets.some((secret) => timingSafeEqual(given, hmac(secret, time, body)));
	if (!good) return 'wrong signature';
	if (Math.abs(now - Number(time)) > TOLERANCE) return 'too old';
	return undefined;
}
