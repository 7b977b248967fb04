// Follows the prices over a WebSocket, and comes back after a loss.
const address = `ws://127.0.0.1:${process.env.PORT}/socket`;
let last = 0;
let attempt = 0;

// #region follow
function connect() {
	const socket = new WebSocket(address);
	socket.onopen = () => {
		attempt = 0;
		socket.send(JSON.stringify({ follow: last }));
	};
	socket.onmessage = ({ data }) => {
		const { id, cents } = JSON.parse(data);
		if (id !== last + 1) console.log(`missed ${last + 1} to ${id - 1}`);
		last = id;
		console.log(id, cents);
	};
	socket.onclose = () => {
		console.log('lost');
		const pause = Math.min(10_000, 50 * 2 ** attempt) * Math.random();
		attempt += 1;
		setTimeout(connect, pause);
	};
}
// #endregion follow
connect();
