CREATE TABLE tasks (
	id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	title text NOT NULL
		CHECK (title ~ '[^[:space:]]' AND char_length(title) <= 200),
	done boolean NOT NULL DEFAULT false,
	due date
);
