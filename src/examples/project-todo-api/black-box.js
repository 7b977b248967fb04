// node black-box.js <url>: does the API at this address keep what its README promises?
// It knows nothing of the program behind it. Needs Node.js 20 or later, and no package.
const base = new URL(process.argv[2] ?? 'http://127.0.0.1:3000').href.replace(/\/$/, '');
const checks = new Map();
const made = []; // removed at the end

// #region helpers
async function ask(method, path, body, type = 'application/json') {
	const response = await fetch(base + path, {
		method,
		headers: body === undefined ? {} : { 'content-type': type },
		body: typeof body === 'string' ? body : JSON.stringify(body),
		signal: AbortSignal.timeout(5000),
	});
	const text = await response.text();
	let json;
	try {
		json = JSON.parse(text);
	} catch {
		// stays undefined
	}
	return { status: response.status, headers: response.headers, text, body: json };
}

function same(actual, expected, what = 'answer') {
	const [got, wanted] = [actual, expected].map((value) => JSON.stringify(value));
	if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}`);
}

const sorted = ({ id, title, done, due }) => ({ id, title, done, due });

async function add(task = {}) {
	const answer = await ask('POST', '/tasks', { title: 'Black box', ...task });
	same(answer.status, 201, 'status of POST');
	made.push(answer.body?.id);
	return { ...sorted(answer.body), place: `/tasks/${answer.body.id}` };
}
// #endregion helpers

// #region life
checks.set('a task is made with its usual values', async () => {
	const answer = await ask('POST', '/tasks', { title: '  Buy tea ' });
	made.push(answer.body?.id);
	same(answer.status, 201, 'status');
	const { id, title, done, due } = answer.body;
	same({ title, done, due }, { title: 'Buy tea', done: false, due: null });
	same(answer.headers.get('location'), `/tasks/${id}`, 'location');
	const read = await ask('GET', `/tasks/${id}`);
	same(read.status, 200, 'status of GET');
	same(sorted(read.body), { id, title, done, due });
});

checks.set('two tasks have two ids', async () => {
	const [one, two] = [await add(), await add()];
	if (one.id === two.id) throw new Error(`both are ${one.id}`);
});
// #endregion life

checks.set('a day comes back as it was sent', async () => {
	const { place, due } = await add({ due: '2028-02-29' });
	same(due, '2028-02-29');
	same((await ask('GET', place)).body.due, '2028-02-29');
});

checks.set('PATCH changes what was sent, and keeps the rest', async () => {
	const { place, ...task } = await add({ due: '2026-03-09' });
	const answer = await ask('PATCH', place, { done: true });
	same(answer.status, 200, 'status');
	same(sorted(answer.body), { ...task, done: true });
	same(sorted((await ask('PATCH', place, {})).body), { ...task, done: true }, 'after {}');
	same((await ask('PATCH', place, { due: null })).body.due, null, 'due');
	same(sorted((await ask('GET', place)).body), { ...task, done: true, due: null }, 'in the end');
});

checks.set('a PATCH that is wrong in one field changes none', async () => {
	const { place, ...task } = await add();
	same((await ask('PATCH', place, { done: true, title: '' })).status, 422, 'status');
	same(sorted((await ask('GET', place)).body), task);
});

checks.set('two changes at once are both kept', async () => {
	const { place } = await add();
	for (let round = 1; round <= 100; round += 1) {
		const wanted = { title: `Green tea ${round}`, done: round % 2 === 1 };
		await Promise.all([
			ask('PATCH', place, { done: wanted.done }),
			ask('PATCH', place, { title: wanted.title }),
		]);
		const { title, done } = (await ask('GET', place)).body;
		same({ title, done }, wanted, `in round ${round}`);
	}
});

checks.set('what is removed is gone', async () => {
	const { place } = await add();
	const { status, text } = await ask('DELETE', place);
	same([status, text], [204, '']);
	for (const [method, body] of [['GET'], ['DELETE'], ['PATCH', { done: true }]])
		same((await ask(method, place, body)).status, 404, `status of ${method}`);
});

checks.set('the pages of the list have every task once, the newest first', async () => {
	const ids = [];
	for (let n = 0; n < 5; n += 1) ids.unshift((await add()).id);
	const seen = [];
	let next = '/tasks?limit=2';
	while (next && seen.length < 5) {
		const { status, body } = await ask('GET', next);
		same(status, 200, 'status');
		same(body.tasks.length, 2, 'tasks on a page');
		seen.push(...body.tasks.map(({ id }) => id));
		next = body.next;
		await add({ title: 'in between' });
	}
	same(seen.slice(0, 5), ids);
});

checks.set('the list ends with next: null', async () => {
	const { id } = await add();
	const { body } = await ask('GET', '/tasks?limit=100');
	same(body.tasks[0].id, id, 'newest');
	if (body.tasks.length < 100) same(body.next, null, 'next');
});

checks.set('the list shows only what is done, or what is not', async () => {
	await add({ done: true });
	await add({ done: false });
	for (const done of [true, false]) {
		const { body } = await ask('GET', `/tasks?done=${done}&limit=5`);
		same([...new Set(body.tasks.map((task) => task.done))], [done]);
	}
});

checks.set('a title of 200 emoji fits, and comes back whole', async () => {
	const title = '🫖'.repeat(200);
	same((await add({ title })).title, title);
});

checks.set("a quotation mark is a character: O'Brien'); --", async () => {
	const title = "O'Brien'); DROP TABLE tasks; --";
	same((await add({ title })).title, title);
});

checks.set('HEAD is GET without a body', async () => {
	const { place } = await add();
	const { status, text } = await ask('HEAD', place);
	same([status, text], [200, '']);
});

checks.set('405 says with Allow what is possible', async () => {
	const { status, headers } = await ask('PUT', '/tasks', {});
	same(status, 405, 'status');
	const allow = (headers.get('allow') ?? '').split(/\s*,\s*/);
	for (const method of ['GET', 'POST'])
		if (!allow.includes(method)) throw new Error(`Allow lacks ${method}: ${allow}`);
});

// #region refusals
for (const [what, status, ...request] of [
	['no such address', 404, 'GET', '/nothing-here'],
	['no such task', 404, 'GET', '/tasks/2147483647'],
	['a task with a name', 404, 'GET', '/tasks/tea'],
	['an id beyond 32 bits', 404, 'GET', '/tasks/2147483648'],
	['an id of 20 digits', 404, 'GET', '/tasks/99999999999999999999'],
	['no JSON', 400, 'POST', '/tasks', '{"title": '],
	['nothing at all', 400, 'POST', '/tasks', ''],
	['a form', 415, 'POST', '/tasks', 'title=Tea', 'application/x-www-form-urlencoded'],
	['a list', 422, 'POST', '/tasks', []],
	['null', 422, 'POST', '/tasks', 'null'],
	['no title', 422, 'POST', '/tasks', { done: true }],
	['a title of spaces', 422, 'POST', '/tasks', { title: ' \t ' }],
	['a title of 201 characters', 422, 'POST', '/tasks', { title: 'x'.repeat(201) }],
	['a title with the character U+0000', 422, 'POST', '/tasks', { title: 'a\0b' }],
	['a title with half an emoji', 422, 'POST', '/tasks', { title: '\ud83e' }],
	['a done that is a text', 422, 'POST', '/tasks', { title: 'x', done: 'no' }],
	['the 30th of February', 422, 'POST', '/tasks', { title: 'x', due: '2026-02-30' }],
	['the year 0', 422, 'POST', '/tasks', { title: 'x', due: '0000-01-01' }],
	['a day with a time', 422, 'POST', '/tasks', { title: 'x', due: '2026-03-09T12:00:00Z' }],
	['a field that is not known', 422, 'POST', '/tasks', { title: 'x', id: 7 }],
	['too much', 413, 'POST', '/tasks', { title: 'x'.repeat(200_000) }],
	['a limit of 0', 400, 'GET', '/tasks?limit=0'],
	['a limit of 101', 400, 'GET', '/tasks?limit=101'],
	['an after that is none', 400, 'GET', '/tasks?after=tea'],
	['a done that is neither', 400, 'GET', '/tasks?done=maybe'],
	['a misspelt parameter', 400, 'GET', '/tasks?limti=5'],
])
	checks.set(`refused with ${status}: ${what}`, async () => {
		const answer = await ask(...request);
		if (answer.status === 201) made.push(answer.body?.id);
		same(answer.status, status, 'status');
		same(answer.headers.get('content-type')?.split(';')[0], 'application/problem+json', 'type');
		same([answer.body.status, typeof answer.body.title], [status, 'string'], 'body');
	});
// #endregion refusals

try {
	await ask('GET', '/tasks');
} catch (error) {
	console.error(`Nobody answers at ${base}: ${error.cause?.message ?? error.message}`);
	process.exit(2);
}
let failed = 0;
for (const [what, run] of checks) {
	try {
		await run();
		if (process.argv.includes('--verbose')) console.log(`ok    ${what}`);
	} catch (error) {
		failed += 1;
		console.log(`FAIL  ${what}\n      ${error.message}`);
	}
}
for (const id of made.filter(Boolean)) await ask('DELETE', `/tasks/${id}`).catch(() => {});
console.log(`${checks.size - failed} of ${checks.size} promises kept`);
process.exitCode = failed ? 1 : 0;
