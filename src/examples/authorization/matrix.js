// node matrix.js <address>: who gets what, as a table of status codes.
const shop = process.argv[2];
const wishes = {
	'read 101': ['GET', '/invoices/101'],
	'read 102': ['GET', '/invoices/102'],
	'note 101': ['PATCH', '/invoices/101', { note: 'thanks' }],
	'note 103': ['PATCH', '/invoices/103', { note: 'thanks' }],
	'pay 101': ['PATCH', '/invoices/101', { paid: 1 }],
	export: ['GET', '/export'],
};
const people = ['nobody', 'ada', 'ben', 'cleo', 'dan'];
console.log(`${''.padEnd(9)}${people.map((name) => name.padEnd(8)).join('')}`.trimEnd());
for (const [wish, [method, path, body]] of Object.entries(wishes)) {
	let line = wish.padEnd(9);
	for (const name of people) {
		const response = await fetch(shop + path, {
			method,
			headers: { authorization: `Bearer ${name}` },
			body: body && JSON.stringify(body),
		});
		line += String(response.status).padEnd(8);
	}
	console.log(line.trimEnd());
}
