/** Messages on a stream of bytes, each with its length in bytes in front. */

/** The longest message that is accepted, in bytes. */
export const LIMIT = 1_000_000;

// #region encode
/** Puts the length in front of a text. */
export function encode(text) {
	const body = Buffer.from(text);
	const head = Buffer.alloc(4);
	head.writeUInt32BE(body.length);
	return Buffer.concat([head, body]);
}
// #endregion encode

// #region decoder
/** Returns a function that is fed pieces of any size and calls back for each message. */
export function decoder(onMessage) {
	let rest = Buffer.alloc(0);
	return (piece) => {
		rest = Buffer.concat([rest, piece]);
		while (rest.length >= 4) {
			const length = rest.readUInt32BE();
			if (length > LIMIT) throw new RangeError(`${length} bytes announced`);
			if (rest.length < 4 + length) return;
			onMessage(rest.subarray(4, 4 + length).toString());
			rest = rest.subarray(4 + length);
		}
	};
}
// #endregion decoder
