import DataLoader from 'dataloader';
import { buildSchema } from 'graphql';
import * as data from './data.js';

// #region schema
export const schema = buildSchema(`
	type Query {
		"The first books, at most 50"
		books(first: Int = 10): [Book!]!
	}
	type Mutation {
		renameBook(id: ID!, title: String!): Book!
	}
	type Book {
		id: ID!
		title: String!
		author: Author
	}
	type Author {
		name: String!
		books(first: Int = 10): [Book!]!
	}
`);
// #endregion schema

// #region resolvers
const toBook = (row) => ({
	...row,
	author: (args, context) => toAuthor(context.author(row.author_id)),
});
const toAuthor = async (found) => {
	const row = await found;
	const books = ({ first }) => data.booksOf(row.id, limit(first)).map(toBook);
	return row && { ...row, books };
};
const limit = (first) => {
	if (first >= 1 && first <= 50) return first;
	throw new Error('first must be from 1 to 50');
};

export const rootValue = {
	books: ({ first }) => data.books(limit(first)).map(toBook),
	renameBook({ id, title }) {
		const row = data.rename(id, title);
		if (!row) throw new Error(`there is no book ${id}`);
		return toBook(row);
	},
};
// #endregion resolvers

// #region contexts
/** Asks for each author when somebody wants one. */
export const eager = () => ({ author: (id) => data.author(id) });

/** Collects the ids of one turn, and asks for all of them at once. */
export const batching = () => {
	const loader = new DataLoader(async (ids) => data.authors(ids));
	return { author: (id) => loader.load(id) };
};
// #endregion contexts
