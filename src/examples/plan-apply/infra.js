// node infra.js plan [--out file] | apply [--plan file] [--no-lock] | import <address> <id> | cloud
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as cloud from './cloud.js';
import { expand, plan, resolve, show, typeOf } from './plan.js';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const config = json('infra.json');
const wanted = expand(config, json);
const readState = () =>
	existsSync('state.json') ? json('state.json') : { serial: 0, resources: {} };

// #region state
function save(state) {
	state.serial += 1;
	writeFileSync('state.json.new', `${JSON.stringify(state, null, 2)}\n`);
	renameSync('state.json.new', 'state.json');
}

async function locked(work) {
	try {
		closeSync(openSync('state.lock', 'wx')); // fails if it exists
	} catch {
		throw new Error('the state is locked: somebody else applies');
	}
	try {
		return await work();
	} finally {
		rmSync('state.lock');
	}
}
// #endregion state

/** A renamed thing keeps its entry: the state is told its new name. */
function renamed(state) {
	const resources = { ...state.resources };
	for (const [from, to] of Object.entries(config.moved ?? {}))
		if (resources[from] && !resources[to]) {
			resources[to] = resources[from];
			delete resources[from];
		}
	return { ...state, resources };
}

function steps() {
	const { serial, resources } = renamed(readState());
	return { serial, steps: plan({ wanted, state: resources, read: cloud.read }) };
}

// #region apply
async function apply(planned) {
	const state = renamed(readState());
	if (planned.serial !== state.serial) throw new Error('the plan is stale: make a new one');
	const known = state.resources;
	for (const { action, address } of planned.steps.filter((one) => one.action === 'replace')) {
		console.log(`destroying ${address} (${action})`);
		cloud.remove(known[address].id);
	}
	for (const { action, address, attributes: reviewed = {} } of planned.steps) {
		const attributes = resolve(reviewed, known); // ids that were not known yet
		if (action === 'create' || action === 'replace') {
			console.log(`creating ${address}`);
			known[address] = { id: await cloud.create(typeOf(address), attributes), ...attributes };
		} else if (action === 'update') {
			console.log(`changing ${address}`);
			cloud.update(known[address].id, attributes);
			Object.assign(known[address], attributes);
		} else {
			console.log(`destroying ${address}`);
			cloud.remove(known[address].id);
			delete known[address];
		}
		save(state); // after each step: the next one may fail
	}
	if (config.moved) save(state); // the new names
}
// #endregion apply

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		out: { type: 'string' },
		plan: { type: 'string' },
		'no-lock': { type: 'boolean' },
	},
});
const [command, address, id] = positionals;

const commands = {
	plan() {
		const planned = steps();
		if (values.out) writeFileSync(values.out, JSON.stringify(planned, null, 2));
		console.log(show(planned.steps));
	},
	async apply() {
		const work = async () => {
			const planned = values.plan ? json(values.plan) : steps();
			if (planned.steps.length === 0) console.log('no changes');
			await apply(planned);
		};
		await (values['no-lock'] ? work() : locked(work));
	},
	async import() {
		await locked(() => {
			const state = readState();
			state.resources[address] = { id, ...resolve(wanted[address], state.resources) };
			save(state);
		});
	},
	cloud() {
		for (const one of cloud.list()) console.log(one, JSON.stringify(cloud.read(one)));
	},
};

try {
	await commands[command]();
} catch (error) {
	console.log(`error: ${error.message}`);
	process.exitCode = 1;
}
