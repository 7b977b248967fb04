// A model of one Kafka partition: a folder of files to which records are appended.
import {
	appendFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const nameOf = (offset) => `${String(offset).padStart(20, '0')}.log`;

/** Thrown when a reader asks for what is no longer, or not yet, there. */
export class OffsetOutOfRange extends Error {}

export class Partition {
	/** @param segmentBytes When a file has this size, the next one is begun. */
	constructor(folder, { segmentBytes = 1 << 30 } = {}) {
		this.folder = folder;
		this.segmentBytes = segmentBytes;
		mkdirSync(folder, { recursive: true });
		if (this.segments.length === 0) writeFileSync(join(folder, nameOf(0)), '');
		this.#recover();
	}

	/** The first offset of each file, which is also its name. */
	get segments() {
		return readdirSync(this.folder)
			.filter((name) => name.endsWith('.log'))
			.map((name) => Number.parseInt(name, 10))
			.sort((a, b) => a - b);
	}

	/** The oldest offset that can still be asked for. */
	get start() {
		return this.segments[0];
	}

	// #region append
	/** Adds a record at the end. @returns Its offset, which it keeps for ever. */
	append({ key = null, value, producer, sequence }) {
		const last = this.producers.get(producer);
		if (last && sequence <= last.sequence) return last.offset; // sent before
		const offset = this.end;
		const line = JSON.stringify({ offset, key, value, producer, sequence });
		let file = join(this.folder, nameOf(this.segments.at(-1)));
		if (statSync(file).size >= this.segmentBytes) file = join(this.folder, nameOf(offset));
		appendFileSync(file, `${line}\n`);
		if (producer !== undefined) this.producers.set(producer, { sequence, offset });
		this.end = offset + 1;
		return offset;
	}
	// #endregion append

	// #region read
	/** Records from an offset on. Nothing is taken away, and nobody is remembered. */
	read(offset, most = Infinity) {
		const { segments } = this;
		if (offset < segments[0]) throw new OffsetOutOfRange(`${offset} is gone`);
		const from = segments.findLastIndex((first) => first <= offset);
		const records = [];
		for (const segment of segments.slice(from)) {
			if (records.length >= most) break;
			records.push(...this.#parse(segment).filter((record) => record.offset >= offset));
		}
		return records.slice(0, most);
	}
	// #endregion read

	// #region retain
	/** Deletes the oldest files, until no more than these bytes are left. Never the last file. */
	retain(bytes) {
		const size = (segment) => statSync(join(this.folder, nameOf(segment))).size;
		let total = this.segments.reduce((sum, segment) => sum + size(segment), 0);
		for (const segment of this.segments.slice(0, -1)) {
			if (total <= bytes) break;
			total -= size(segment);
			rmSync(join(this.folder, nameOf(segment)));
		}
	}
	// #endregion retain

	// #region compact
	/** Keeps of each key only the newest record, in all files but the last. */
	compact() {
		const newest = new Map(this.read(this.start).map(({ key, offset }) => [key, offset]));
		for (const segment of this.segments.slice(0, -1)) {
			const kept = this.#parse(segment).filter(({ key, offset }) => newest.get(key) === offset);
			const file = join(this.folder, nameOf(segment));
			writeFileSync(`${file}.new`, kept.map((record) => `${JSON.stringify(record)}\n`).join(''));
			renameSync(`${file}.new`, file);
		}
	}
	// #endregion compact

	/** Finds the end, and who wrote what last. A line that was cut off by a crash is dropped. */
	#recover() {
		const last = this.segments.at(-1);
		const file = join(this.folder, nameOf(last));
		const text = readFileSync(file, 'utf8');
		if (text !== '' && !text.endsWith('\n'))
			writeFileSync(file, text.slice(0, text.lastIndexOf('\n') + 1));
		const records = this.read(this.start);
		this.end = Math.max(last, (records.at(-1)?.offset ?? -1) + 1);
		this.producers = new Map(
			records
				.filter(({ producer }) => producer !== undefined)
				.map(({ producer, sequence, offset }) => [producer, { sequence, offset }]),
		);
	}

	#parse(segment) {
		const text = readFileSync(join(this.folder, nameOf(segment)), 'utf8');
		const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
		return lines.filter(Boolean).map((line) => JSON.parse(line));
	}
}
