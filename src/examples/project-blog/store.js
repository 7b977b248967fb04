// #region list
/** A moment as text with all of its digits. A Date keeps three of the six. */
const exact = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const POST = `posts.id, slug, title, body, users.name AS author,
	${exact('published')} AS place, ${exact('updated')} AS updated,
	ARRAY(SELECT tag FROM post_tags WHERE post = posts.id ORDER BY tag) AS tags,
	(SELECT count(*)::int FROM comments WHERE post = posts.id) AS comments`;
const FROM = 'FROM posts JOIN users ON users.id = author';

/** One more than the limit, to know whether there is a next page. */
export const list = async (db, { limit, after, tag }) =>
	(
		await db.query(
			`SELECT ${POST} ${FROM}
			 WHERE ($2::timestamptz IS NULL OR (published, posts.id) < ($2, $3::int))
			   AND ($4::text IS NULL OR EXISTS
			     (SELECT FROM post_tags WHERE post = posts.id AND tag = $4))
			 ORDER BY published DESC, posts.id DESC LIMIT $1 + 1`,
			[limit, after?.place, after?.id, tag],
		)
	).rows;
// #endregion list

// #region search
/** The twenty posts that fit best. */
export const search = async (db, words) =>
	(
		await db.query(
			`SELECT ${POST} ${FROM}, websearch_to_tsquery('english', $1) AS wanted
			 WHERE words @@ wanted
			 ORDER BY ts_rank(words, wanted) DESC, posts.id DESC LIMIT 20`,
			[words],
		)
	).rows;
// #endregion search

/** A post with its first two hundred comments, or undefined. */
export async function read(db, slug) {
	const { rows } = await db.query(`SELECT ${POST} ${FROM} WHERE slug = $1`, [slug]);
	if (rows.length === 0) return undefined;
	const comments = await db.query(
		`SELECT id, name, body, ${exact('written')} AS written FROM comments
		 WHERE post = $1 ORDER BY id LIMIT 200`,
		[rows[0].id],
	);
	return { ...rows[0], comments: comments.rows };
}

// #region write
/** The new post's slug, or undefined if the slug is taken. One statement: all or nothing. */
export const add = async (db, author, { slug, title, body, tags }) =>
	(
		await db.query(
			`WITH made AS (
			   INSERT INTO posts (author, slug, title, body) VALUES ($1, $2, $3, $4)
			   ON CONFLICT (slug) DO NOTHING RETURNING id, slug),
			 tagged AS (
			   INSERT INTO post_tags SELECT id, unnest($5::text[]) FROM made)
			 SELECT slug FROM made`,
			[author, slug, title, body, tags],
		)
	).rows[0]?.slug;
// #endregion write

/** Whether this is a post of this author. Then it is changed. */
export async function change(db, author, slug, { title, body, tags }) {
	const client = await db.connect();
	try {
		await client.query('BEGIN');
		const { rows } = await client.query(
			`UPDATE posts SET title = coalesce($3, title), body = coalesce($4, body), updated = now()
			 WHERE author = $1 AND slug = $2 RETURNING id`,
			[author, slug, title, body],
		);
		if (rows.length && tags) {
			await client.query('DELETE FROM post_tags WHERE post = $1', [rows[0].id]);
			await client.query('INSERT INTO post_tags SELECT $1, unnest($2::text[])', [rows[0].id, tags]);
		}
		await client.query('COMMIT');
		return rows.length === 1;
	} catch (error) {
		await client.query('ROLLBACK');
		throw error;
	} finally {
		client.release();
	}
}

export const remove = async (db, author, slug) =>
	(await db.query('DELETE FROM posts WHERE author = $1 AND slug = $2', [author, slug])).rowCount ===
	1;

/** The new comment, or undefined if there is no such post. */
export const comment = async (db, slug, { name, body }) =>
	(
		await db.query(
			`INSERT INTO comments (post, name, body)
			 SELECT id, $2, $3 FROM posts WHERE slug = $1 RETURNING id, name, body`,
			[slug, name, body],
		)
	).rows[0];

/** Whether this is a comment below a post of this author. Then it is gone. */
export const removeComment = async (db, author, id) =>
	(
		await db.query(
			`DELETE FROM comments USING posts
			 WHERE posts.id = post AND author = $1 AND comments.id = $2`,
			[author, id],
		)
	).rowCount === 1;
