// A stand-in for a cloud: each thing that runs, and is paid for, is a file in the folder `cloud`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const file = (id) => `cloud/${id}.json`;

export const read = (id) => {
	try {
		return JSON.parse(readFileSync(file(id), 'utf8'));
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
};

export async function create(type, attributes) {
	mkdirSync('cloud', { recursive: true });
	await wait(Number(process.env.CLOUD_SLOW ?? 0));
	const born = type === 'database' ? { rows: 0 } : {};
	const last = `cloud/.${type}`; // a number is never used again
	for (let number = Number(existsSync(last) && readFileSync(last)) + 1; ; number += 1) {
		const id = `${type}-${number}`;
		try {
			const text = `${JSON.stringify({ ...attributes, ...born })}\n`;
			writeFileSync(file(id), text, { flag: 'wx' });
			writeFileSync(last, String(number));
			return id;
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
	}
}

export const update = (id, attributes) =>
	writeFileSync(file(id), `${JSON.stringify({ ...read(id), ...attributes })}\n`);

export const remove = (id) => rmSync(file(id), { force: true });

export const list = () => {
	mkdirSync('cloud', { recursive: true });
	return readdirSync('cloud')
		.filter((name) => !name.startsWith('.'))
		.map((name) => name.replace('.json', ''))
		.sort();
};
