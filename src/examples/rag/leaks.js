import { library } from './rights.js';

const question = 'What can I tell customers about the sale?';
const show = (who, answer) => console.log(`  ${who.padEnd(11)} ${answer.slice(0, 58)}`);

for (const rights of [
	'in the prompt',
	'after the search',
	'copied into the index',
	'in the search',
]) {
	const { ask, leave } = library({ rights });
	console.log(`rights ${rights}`);
	show('Ada:', ask('ada', question));
	leave('boris', 'board');
	show('Boris, out:', ask('boris', question));
}
for (const cache of ['by question', 'by question and rights']) {
	const { ask } = library({ rights: 'in the search', cache });
	console.log(`answers stored ${cache}`);
	ask('boris', question);
	show('Ada, later:', ask('ada', question));
}
