// Sixty orders at the same time; prints those that the shop could not answer.
const brands = [...Array(6).fill('visa'), ...Array(3).fill('mastercard'), 'maestro'];

async function order(number) {
	const response = await fetch(`http://127.0.0.1:${process.env.PORT}/orders`, {
		method: 'POST',
		headers: { 'x-request-id': '0000000000000000' }, // a stranger's, for all the same
		body: JSON.stringify({
			customer: `c${number}`,
			brand: brands[number % 10],
			cents: 1000 * ((number * 7) % 40),
		}),
	});
	return { number, status: response.status, id: response.headers.get('x-request-id') };
}

const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => order(number)));
for (const { number, status, id } of answers)
	if (status >= 500) console.log(`customer c${number}: ${status}, request ${id}`);
