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
CREATE INDEX ON sessions (user_id);
CREATE TABLE links (
	hash bytea PRIMARY KEY,
	purpose text NOT NULL CHECK (purpose IN ('register', 'reset')),
	email text NOT NULL,
	ends timestamptz NOT NULL DEFAULT now() + interval '1 hour'
);
CREATE INDEX ON links (email);
CREATE TABLE attempts (
	key text PRIMARY KEY,
	count int NOT NULL,
	last timestamptz NOT NULL
);

ALTER TABLE tasks ADD COLUMN owner int REFERENCES users ON DELETE CASCADE;
ALTER TABLE tasks ADD CONSTRAINT tasks_have_an_owner
	CHECK (owner IS NOT NULL) NOT VALID;  -- new ones; the old have none
CREATE INDEX ON tasks (owner, id);
