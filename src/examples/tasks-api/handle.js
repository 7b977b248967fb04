import { invalid, Problem } from './problem.js';

const ORIGIN = 'http://localhost';

/** What the API answers to a request: status, headers, body. */
export async function handle(request, store) {
	if (!URL.canParse(request.url, ORIGIN)) throw new Problem(400, 'This is no address');
	const url = new URL(request.url, ORIGIN);
	const [, resource, id, ...rest] = url.pathname.split('/');
	const collections = { tasks, payments };
	let routes;
	if (resource === 'tasks' && id && rest.length === 0) routes = task(id);
	else if (id === undefined && Object.hasOwn(collections, resource))
		routes = collections[resource];
	if (!routes) throw new Problem(404, 'There is nothing at this address');
	const method = request.method === 'HEAD' ? 'GET' : request.method;
	const methods = Object.keys(routes);
	if (methods.includes('GET')) methods.unshift('HEAD');
	const allow = ['OPTIONS', ...methods].join(', ');
	if (method === 'OPTIONS') return { status: 204, headers: { allow } };
	if (!Object.hasOwn(routes, method))
		throw new Problem(405, `${request.method} is not possible here`, {
			headers: { allow },
		});
	return routes[method]({ request, url, store });
}

// #region collection
const tasks = {
	GET({ url, store }) {
		const { limit, after, done } = listParameters(url.searchParams);
		const found = store.page({ before: after, done, limit: limit + 1 });
		const items = found.slice(0, limit);
		if (found.length <= limit) return { status: 200, body: { items: items.map(shown) } };
		const next = new URL(url);
		next.searchParams.set('after', cursor(items.at(-1).number));
		const path = next.pathname + next.search;
		return {
			status: 200,
			headers: { link: `<${path}>; rel="next"` },
			body: { items: items.map(shown), next: path },
		};
	},
	async POST({ request, store }) {
		const task = store.add(valid(await bodyOf(request)));
		return {
			status: 201,
			headers: { location: `/tasks/${task.id}`, etag: etag(task) },
			body: shown(task),
		};
	},
};
// #endregion collection

// #region task
const task = (id) => {
	const found = (store) => {
		const task = store.get(id);
		if (!task) throw new Problem(404, 'There is no such task');
		return task;
	};
	/** Changes the task if it is the version that the client saw. */
	const change = (request, store, make) => {
		const task = found(store);
		const match = request.headers['if-match'];
		if (match === undefined)
			throw new Problem(428, 'Say which version you change, with If-Match');
		const seen = tags(match);
		if (!(seen.includes('*') || seen.includes(etag(task))) || !make(task))
			throw new Problem(412, 'The task has changed since you read it');
	};
	const replace = (request, store, next) => {
		change(request, store, (task) =>
			store.replace(id, next(task), task.version),
		);
		const task = store.get(id);
		return { status: 200, headers: { etag: etag(task) }, body: shown(task) };
	};
	return {
		GET({ request, store }) {
			const task = found(store);
			const headers = { etag: etag(task) };
			const known = tags(request.headers['if-none-match'], true);
			return known.includes('*') || known.includes(etag(task))
				? { status: 304, headers }
				: { status: 200, headers, body: shown(task) };
		},
		async PUT({ request, store }) {
			const body = valid(await bodyOf(request));
			const task = { done: false, due: null, ...body };
			return replace(request, store, () => task);
		},
		async PATCH({ request, store }) {
			const type = 'application/merge-patch+json';
			const patch = anObject(await bodyOf(request, type));
			return replace(request, store, ({ title, done, due }) =>
				valid({ title, done, due, ...patch }),
			);
		},
		DELETE({ request, store }) {
			change(request, store, ({ version }) => store.remove(id, version));
			return { status: 204 };
		},
	};
};
// #endregion task

// #region payments
const payments = {
	async POST({ request, store }) {
		const key = request.headers['idempotency-key'];
		if (!key)
			throw new Problem(400, undefined, {
				kind: ['/problems/key-missing', 'A payment needs an Idempotency-Key'],
			});
		const { cents } = anObject(await bodyOf(request));
		if (!Number.isSafeInteger(cents) || cents <= 0)
			throw invalid([{ pointer: '/cents', detail: 'must be a whole number above 0' }]);
		const answer = store.once(key, `POST /payments ${cents}`, () => store.pay(cents));
		if (answer.conflict)
			throw new Problem(422, undefined, {
				kind: ['/problems/key-reused', 'This key was for another request'],
			});
		return { status: 201, body: answer };
	},
};
// #endregion payments

const shown = ({ id, title, done, due }) => ({ id, title, done, due });
const etag = ({ version }) => `"${version}"`;
/** The tags of a header, if wanted without the sign that they are weak. */
const tags = (header = '', weak = false) =>
	header.split(/\s*,\s*/).map((tag) => (weak ? tag.replace(/^W\//, '') : tag));

// #region cursor
const cursor = (number) => Buffer.from(`v1:${number}`).toString('base64url');
const readCursor = (text) => {
	const [, number] = /^v1:(\d+)$/.exec(Buffer.from(text, 'base64url')) ?? [];
	if (!number)
		throw new Problem(400, undefined, {
			kind: ['/problems/bad-cursor', 'This cursor is not one of ours'],
		});
	return Number(number);
};
// #endregion cursor

function listParameters(query) {
	const limit = Number(query.get('limit') ?? 20);
	const errors = [];
	if (!Number.isInteger(limit) || limit < 1 || limit > 100)
		errors.push({ parameter: 'limit', detail: 'must be from 1 to 100' });
	const done = { true: 1, false: 0 }[query.get('done')];
	if (query.has('done') && done === undefined)
		errors.push({ parameter: 'done', detail: 'must be true or false' });
	for (const name of query.keys())
		if (!['limit', 'after', 'done'].includes(name))
			errors.push({ parameter: name, detail: 'is not known' });
	if (errors.length)
		throw new Problem(400, undefined, {
			kind: ['/problems/invalid-parameters', 'Some parameters are not valid'],
			errors,
		});
	const after = query.has('after') ? readCursor(query.get('after')) : undefined;
	return { limit, after, done };
}

async function bodyOf(request, type = 'application/json') {
	if (request.headers['content-type']?.split(';')[0].trim() !== type)
		throw new Problem(415, `Send ${type}`, {
			headers: type.includes('patch') ? { 'accept-patch': type } : {},
		});
	let text = '';
	for await (const chunk of request.setEncoding('utf8')) {
		text += chunk;
		if (text.length > 100_000) throw new Problem(413, 'This is too large');
	}
	try {
		return JSON.parse(text);
	} catch {
		throw new Problem(400, 'This is not JSON');
	}
}

// #region valid
function anObject(body) {
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw invalid([{ pointer: '', detail: 'must be an object' }]);
	return body;
}

function valid(body) {
	anObject(body);
	const errors = [];
	const wrong = (field, detail) => errors.push({ pointer: `/${field}`, detail });
	if (typeof body.title !== 'string' || body.title.trim() === '')
		wrong('title', 'must be a text that is not empty');
	if (!['boolean', 'undefined'].includes(typeof body.done))
		wrong('done', 'must be true or false');
	if (body.due !== undefined && body.due !== null && !isDate(body.due))
		wrong('due', 'must be a date such as 2026-03-09');
	for (const field of Object.keys(body))
		if (!['title', 'done', 'due'].includes(field)) wrong(field, 'is not known');
	if (errors.length > 0) throw invalid(errors);
	return body;
}
// #endregion valid

const isDate = (text) =>
	typeof text === 'string' &&
	/^\d{4}-\d\d-\d\d$/.test(text) &&
	!Number.isNaN(Date.parse(text)) &&
	new Date(text).toISOString().startsWith(text);
