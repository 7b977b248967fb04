// Which partition a key goes to: the hash that Kafka's Java client uses, and the one of librdkafka.
import { crc32 } from 'node:zlib';

/** MurmurHash2 of a text, as a signed number, bit for bit as in Kafka's Java client. */
export function murmur2(text) {
	const data = Buffer.from(text);
	const M = 0x5bd1e995;
	let hash = 0x9747b28c ^ data.length;
	const words = data.length >> 2;
	for (let n = 0; n < words; n += 1) {
		let word = Math.imul(data.readInt32LE(n * 4), M);
		word = Math.imul(word ^ (word >>> 24), M);
		hash = Math.imul(hash, M) ^ word;
	}
	const rest = data.subarray(words * 4);
	if (rest.length > 0) {
		for (let n = rest.length - 1; n >= 0; n -= 1) hash ^= rest[n] << (8 * n);
		hash = Math.imul(hash, M);
	}
	hash = Math.imul(hash ^ (hash >>> 13), M);
	return hash ^ (hash >>> 15);
}

// #region partition
export const partitionOf = (key, count) => (murmur2(key) & 0x7fffffff) % count;

/** What a client that is built on librdkafka does, unless told otherwise. */
export const partitionOfLibrdkafka = (key, count) => crc32(key) % count;
// #endregion partition
