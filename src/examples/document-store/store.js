// MongoDB's query language on arrays in memory, by the library mingo.
import { aggregate, find, update } from 'mingo';

/** A collection of documents that answers like MongoDB's. */
export const collection = (documents) => ({
	find: (filter, projection) => find(documents, filter, projection).all(),
	aggregate: (pipeline) => aggregate(documents, pipeline),
	updateMany(filter, change) {
		const found = find(documents, filter).all();
		for (const document of found) update(document, change);
		return { modifiedCount: found.length };
	},
});
