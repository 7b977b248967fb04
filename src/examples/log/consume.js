// Reads a partition for a group until its end, ten records at a time.
// Usage: consume.js <folder> <group> <commit: before or after>. DIE=n kills it in its nth record.
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Partition } from './partition.js';

const [folder, group, commitWhen] = process.argv.slice(2);
const partition = new Partition(folder);

// #region consume
const file = `${group}.offset`;
const commit = (offset) => {
	writeFileSync(`${file}.new`, `${offset}`);
	renameSync(`${file}.new`, file); // all or nothing
};
let position = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
let done = 0;

for (;;) {
	const records = partition.read(position, 10);
	if (records.length === 0) break;
	position = records.at(-1).offset + 1;
	if (commitWhen === 'before') commit(position);
	for (const { value } of records) {
		appendFileSync(`${group}.txt`, `${value}\n`); // the work
		if ((done += 1) === Number(process.env.DIE)) process.kill(process.pid, 'SIGKILL');
	}
	if (commitWhen === 'after') commit(position);
}
// #endregion consume
