// #region publisher
/** Makes a function that publishes, and resolves when the message is safe. */
export async function publisher(connection) {
	const channel = await connection.createConfirmChannel();
	const returned = new Set();
	channel.on('return', ({ properties }) => returned.add(properties.messageId));
	channel.on('error', () => {}); // each message's own callback hears of it
	let count = 0;

	return (exchange, key, text) => {
		const messageId = `${(count += 1)}`;
		const options = { messageId, persistent: true, mandatory: true };
		return new Promise((resolve, reject) =>
			channel.publish(exchange, key, Buffer.from(text), options, (error) => {
				if (error) reject(error);
				else if (returned.delete(messageId)) reject(new Error('no queue'));
				else resolve();
			}),
		);
	};
}
// #endregion publisher
