ALTER TABLE people ADD COLUMN email text;
CREATE UNIQUE INDEX people_email ON people (lower(email));
