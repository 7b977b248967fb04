import { grpc, load } from './load.js';

const [, , command, product, milliseconds = '2000', file = 'prices.proto'] = process.argv;
const { Prices } = load(file);
const client = new Prices(`127.0.0.1:${process.env.PORT}`, grpc.credentials.createInsecure());
const deadline = new Date(Date.now() + Number(milliseconds));
const failed = ({ code, details }) => {
	console.log(grpc.status[code], details.split(' after')[0]);
	process.exitCode = 1;
};

if (command === 'get')
	client.get({ product }, { deadline }, (error, price) => {
		if (error) failed(error);
		else console.log(price);
		client.close();
	});
else
	client
		.watch({ product }, { deadline })
		.on('data', (price) => console.log(price.cents))
		.on('error', failed)
		.on('end', () => client.close());
