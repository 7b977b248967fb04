// MongoDB's query language on arrays in memory, by the library mingo.
import { aggregate, find, update } from 'mingo';

/** A collection of documents that answers like MongoDB's. */
export const collection = (documents) => ({
	find: (filter, projection) => find(documents, filter, projection).all(),
	aggregate: (pipeline, others = {}) =>
		aggregate(documents, pipeline, {
			collectionResolver: (name) => others[name],
		}),
	updateMany(filter, change) {
		const found = find(documents, filter).all();
		const changed = found.filter((one) => update(one, change).length > 0);
		return { matchedCount: found.length, modifiedCount: changed.length };
	},
});
