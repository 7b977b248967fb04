// Follows the prices over a WebSocket, and comes back after a loss.
const address = `ws://127.0.0.1:${process.env.PORT}/socket`;
let last = 0;
let life;
let attempt = 0;

// #region follow
function connect() {
	const socket = new WebSocket(address);
	let watchdog, steady;
	const lose = () => {
		if (steady) console.log('lost');
		socket.onopen = socket.onmessage = socket.onclose = null;
		socket.close();
		clearTimeout(watchdog);
		clearTimeout(steady);
		const longest = Math.min(10_000, 50 * 2 ** attempt);
		attempt += 1;
		setTimeout(connect, longest * (0.5 + Math.random() / 2));
	};
	const expect = (ms) => {
		clearTimeout(watchdog);
		watchdog = setTimeout(lose, ms);
	};
	expect(10_000); // to be connected
	socket.onopen = () => {
		steady = setTimeout(() => (attempt = 0), 10_000);
		expect(45_000); // two beats
		socket.send(JSON.stringify({ follow: last, life }));
	};
	socket.onmessage = ({ data }) => {
		expect(45_000);
		const { reset, id, cents } = JSON.parse(data);
		if (reset) {
			console.log('from the beginning');
			life = reset;
			last = undefined;
		} else if (id) {
			if (last !== undefined && id !== last + 1) console.log('a gap');
			last = id;
			console.log(id, cents);
		}
	};
	socket.onclose = lose;
}
// #endregion follow
connect();
