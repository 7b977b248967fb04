CREATE TABLE users (
	id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	email text NOT NULL UNIQUE CHECK (email = lower(email)),
	name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
	salt bytea NOT NULL,
	tag bytea NOT NULL
);
CREATE TABLE sessions (
	hash bytea PRIMARY KEY,
	user_id int NOT NULL REFERENCES users ON DELETE CASCADE,
	began timestamptz NOT NULL DEFAULT now(),
	seen timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE attempts (
	key text PRIMARY KEY,
	count int NOT NULL,
	last timestamptz NOT NULL
);

-- #region posts
CREATE TABLE posts (
	id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	author int NOT NULL REFERENCES users,
	slug text NOT NULL UNIQUE
		CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
	title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
	body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 20000),
	published timestamptz NOT NULL DEFAULT now(),
	updated timestamptz NOT NULL DEFAULT now(),
	words tsvector NOT NULL GENERATED ALWAYS AS (
		setweight(to_tsvector('english', title), 'A') ||
		setweight(to_tsvector('english', body), 'B')) STORED
);
CREATE INDEX ON posts (published DESC, id DESC);
CREATE INDEX ON posts USING gin (words);

CREATE TABLE post_tags (
	post int NOT NULL REFERENCES posts ON DELETE CASCADE,
	tag text NOT NULL CHECK (tag ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	PRIMARY KEY (post, tag)
);
CREATE INDEX ON post_tags (tag, post);

CREATE TABLE comments (
	id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	post int NOT NULL REFERENCES posts ON DELETE CASCADE,
	name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
	body text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 2000),
	written timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON comments (post, id);
-- #endregion posts
