CREATE TABLE products (
	id int PRIMARY KEY,
	name text NOT NULL UNIQUE,
	cents int NOT NULL CHECK (cents > 0),
	stock int NOT NULL CHECK (stock >= 0)
);
CREATE TABLE orders (
	id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	customer text NOT NULL
);
CREATE TABLE lines (
	order_id int NOT NULL REFERENCES orders DEFERRABLE INITIALLY DEFERRED,
	product_id int NOT NULL REFERENCES products,
	quantity int NOT NULL CHECK (quantity > 0),
	PRIMARY KEY (order_id, product_id)
);
