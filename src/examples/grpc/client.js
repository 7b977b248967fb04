import { grpc, load } from './load.js';

const [, , command, product, milliseconds = '2000', file = 'prices.proto'] = process.argv;
const { Prices } = load(file);
const client = new Prices(`127.0.0.1:${process.env.PORT}`, grpc.credentials.createInsecure());
const deadline = new Date(Date.now() + Number(milliseconds));
const failed = ({ code, details }) => {
	console.log(grpc.status[code], details.split(' after')[0]);
	if (code !== grpc.status.CANCELLED) process.exitCode = 1;
	client.close();
};

if (command === 'get')
	client.get({ product }, { deadline }, (error, price) => {
		if (error) return failed(error);
		console.log(price);
		client.close();
	});
else {
	const call = client.watch({ product }, { deadline });
	call.on('data', ({ cents }) => {
		console.log(cents);
		if (command === 'first') call.cancel(); // one is enough
	});
	call.on('error', failed);
	call.on('end', () => client.close());
}
