// node traffic.js: a few minutes of a small shop. Waits until the tracker knows each 5xx.
const shop = `http://127.0.0.1:${process.env.PORT}`;
const known = async () =>
	(await (await fetch(`${process.env.TRACKER}/events`)).json()).length;
const many = (count, path) => Array.from({ length: count }, (_, n) => `${path}/${n + 1}`);

const before = await known();
const statuses = [];
for (const path of [
	...many(12, '/orders'),
	'/invoices/2017',
	'/invoices/2018',
	'/invoices/2026',
	...many(5, '/baskets'),
	...many(3, '/charges'),
	...many(2, '/refunds'),
	...many(4, '/customers'),
]) {
	const response = await fetch(shop + path);
	await response.text();
	statuses.push(response.status);
}
const failed = statuses.filter((status) => status >= 500).length;
while ((await known()) < before + failed) await new Promise((done) => setTimeout(done, 20));
const times = Object.groupBy(statuses, String);
console.log(
	Object.entries(times)
		.map(([status, { length }]) => `${status}: ${length}`)
		.join('  '),
);
