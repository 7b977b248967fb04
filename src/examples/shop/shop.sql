-- The shop that the pages about databases share. PostgreSQL.

-- #region schema
CREATE TABLE customers (
  id    int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL,
  email text NOT NULL UNIQUE,
  city  text                     -- not everybody told us
);

CREATE TABLE products (
  id       int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name     text NOT NULL UNIQUE,
  category text NOT NULL,
  cents    int NOT NULL CHECK (cents > 0),
  stock    int NOT NULL CHECK (stock >= 0)
);

CREATE TABLE orders (
  id          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id int NOT NULL REFERENCES customers,
  placed_at   timestamptz NOT NULL,
  status      text NOT NULL
    CHECK (status IN ('new', 'paid', 'sent', 'returned'))
);

CREATE TABLE order_lines (
  order_id   int NOT NULL REFERENCES orders,
  product_id int NOT NULL REFERENCES products,
  quantity   int NOT NULL CHECK (quantity > 0),
  cents      int NOT NULL CHECK (cents >= 0), -- of one, that day
  PRIMARY KEY (order_id, product_id)
);
-- #endregion schema

-- #region rows
INSERT INTO customers (name, email, city) VALUES
  ('Ada',   'ada@example.com',   'London'),
  ('Boris', 'boris@example.com', 'Berlin'),
  ('Chen',  'chen@example.com',  'London'),
  ('Dana',  'dana@example.com',  NULL),
  ('Emeka', 'emeka@example.com', 'Lagos');

INSERT INTO products (name, category, cents, stock) VALUES
  ('Green tea',  'tea',    450, 120),
  ('Black tea',  'tea',    390, 200),
  ('Oolong',     'tea',    890,  15),
  ('Teapot',     'ware',  2390,   8),
  ('Cup',        'ware',   700,  60),
  ('Tea strainer','ware',  550,   0),
  ('Gift card',  'other', 2500, 999);

INSERT INTO orders (customer_id, placed_at, status) VALUES
  (1, '2026-01-05 09:12+00', 'sent'),
  (1, '2026-02-11 18:40+00', 'sent'),
  (2, '2026-02-14 07:05+00', 'returned'),
  (3, '2026-03-02 12:30+00', 'paid'),
  (1, '2026-03-09 21:15+00', 'new'),
  (4, '2026-03-09 21:16+00', 'paid');

INSERT INTO order_lines (order_id, product_id, quantity, cents)
SELECT order_id, product_id, quantity, cents
FROM (VALUES (1, 1, 2), (1, 4, 1), (2, 1, 3), (3, 5, 4), (4, 3, 1),
             (4, 5, 2), (5, 2, 5), (6, 4, 1), (6, 1, 1))
  AS line (order_id, product_id, quantity)
JOIN products ON products.id = product_id;
-- #endregion rows

-- #region many
SELECT setseed(0.42);            -- the same "random" rows every time

INSERT INTO customers (name, email, city)
SELECT 'Customer ' || n, 'c' || n || '@example.com',
       (ARRAY['London', 'Berlin', 'Lagos', 'Lima', NULL])
         [1 + floor(random() * 5)]
FROM generate_series(6, 10000) AS n;

INSERT INTO orders (customer_id, placed_at, status)
SELECT 1 + floor(10000 * random() ^ 2),   -- some buy far more than others
       timestamptz '2024-01-01 00:00+00' + n * interval '7 minutes',
       CASE WHEN n > 99900 THEN 'new'
            WHEN random() < 0.02 THEN 'returned'
            ELSE 'sent' END
FROM generate_series(7, 100000) AS n;

INSERT INTO order_lines (order_id, product_id, quantity, cents)
SELECT o.id, p.id, 1 + floor(random() * 3), p.cents
FROM orders AS o
CROSS JOIN LATERAL (
  SELECT 1 + floor(random() * 7) AS first, o.id AS of_this_order
) AS pick
JOIN products AS p ON p.id = pick.first OR (p.id = 1 + o.id % 7 AND o.id % 2 = 0)
WHERE o.id > 6;

ANALYZE;
-- #endregion many
