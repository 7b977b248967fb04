// node traffic.js <from> <to>: asks for these orders, slow ones beside the others.
const [from, to] = process.argv.slice(2).map(Number);
const read = async (id) => {
	const response = await fetch(`http://127.0.0.1:${process.env.PORT}/orders/${id}`);
	await response.text();
};
const all = Array.from({ length: to - from + 1 }, (_, n) => from + n);
const slow = all.filter((id) => id % 50 === 0).map(read);
for (const id of all) if (id % 50 !== 0) await read(id);
await Promise.all(slow);
