import { DatabaseSync } from 'node:sqlite';

// #region saga
/**
 * Runs steps that cannot share a transaction. Each has `act` and `undo`, both safe to repeat.
 * What was done is written down first, so that a saga can go on after a crash.
 */
export async function run(db, id, steps, { crashAfter } = {}) {
	db.exec(
		'CREATE TABLE IF NOT EXISTS saga (id TEXT, step TEXT, state TEXT, PRIMARY KEY (id, step))',
	);
	const stateOf = (step) =>
		db.prepare('SELECT state FROM saga WHERE id = ? AND step = ?').get(id, step)?.state;
	const note = (step, state) =>
		db.prepare('INSERT OR REPLACE INTO saga VALUES (?, ?, ?)').run(id, step, state);

	let failed = steps.some(({ name }) => stateOf(name) === 'failed');
	for (const { name, act } of steps) {
		if (failed) break;
		if (stateOf(name) === 'done') continue;
		note(name, 'begun');
		try {
			await act(id);
			note(name, 'done');
		} catch {
			note(name, 'failed');
			failed = true;
		}
		if (name === crashAfter) throw new Error('the process is gone');
	}
	if (!failed) return 'completed';
	for (const { name, undo } of steps.toReversed()) {
		if (!['done', 'begun'].includes(stateOf(name))) continue;
		await undo(id);
		note(name, 'undone');
	}
	return 'undone';
}
// #endregion saga

/** A database for one trial. */
export const open = () => new DatabaseSync(':memory:');
