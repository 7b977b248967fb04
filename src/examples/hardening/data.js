export const users = new Map([
	[
		'1',
		{ id: '1', name: 'ada', email: 'ada@shop.example', passwordHash: '$argon2id$v=19$m=19456' },
	],
]);
export const notes = ['The tea is very good.'];
