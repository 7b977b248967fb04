import grpc from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

/** The service and its messages, from a .proto file. */
export const load = (file) =>
	grpc.loadPackageDefinition(
		loadSync(`${import.meta.dirname}/${file}`, { longs: Number, defaults: true }),
	).shop;

export { grpc };
