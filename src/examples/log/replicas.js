// A model of one partition with copies on three brokers. Disks and the network are arrays here.

export class Replicas {
	logs = new Map([
		['a', []],
		['b', []],
		['c', []],
	]);
	alive = new Set(['a', 'b', 'c']);
	inSync = new Set(['a', 'b', 'c']);
	/** Out of sync, but with all that was ever confirmed to acks=all. */
	eligible = new Set();
	leader = 'a';

	constructor({ minInSync = 1, unclean = false } = {}) {
		this.minInSync = minInSync;
		this.unclean = unclean;
	}

	// #region send
	/** Appends a value, and returns when it counts as written. */
	send(value, acks) {
		if (!this.leader) throw new Error('LEADER_NOT_AVAILABLE');
		if (acks === 'all' && this.inSync.size < this.minInSync)
			throw new Error('NOT_ENOUGH_REPLICAS');
		this.logs.get(this.leader).push(value);
		if (acks === 'all') this.replicate(); // wait for all that are in sync
	}
	// #endregion send

	/** The followers that are in sync fetch what they do not have. */
	replicate() {
		for (const name of this.inSync) this.logs.set(name, [...this.logs.get(this.leader)]);
	}

	/** A follower is too slow, or cannot be reached: the leader goes on without it. */
	lag(name) {
		this.inSync.delete(name);
		if (this.inSync.size < this.minInSync) this.eligible.add(name);
	}

	/** A broker is gone. If it was the leader, another is chosen, if one may be. */
	die(name) {
		this.alive.delete(name);
		if (this.inSync.size > 1) this.inSync.delete(name);
		if (name !== this.leader) return;
		const living = (names) => [...names].find((one) => this.alive.has(one));
		this.leader = living(this.inSync);
		if (this.leader) return;
		this.leader = living(this.eligible) ?? (this.unclean ? living(this.alive) : undefined);
		if (this.leader) this.inSync = new Set([this.leader]);
	}

	/** A broker is back, and becomes what the leader is. @returns What it had and must forget. */
	rejoin(name) {
		this.alive.add(name);
		this.leader ??= this.inSync.has(name) ? name : undefined;
		if (!this.leader) return [];
		const truth = this.logs.get(this.leader);
		const forgotten = this.logs.get(name).filter((value) => !truth.includes(value));
		this.logs.set(name, [...truth]);
		this.inSync.add(name);
		this.eligible.delete(name);
		return forgotten;
	}

	/** What consumers see: only what all replicas in sync have. */
	read() {
		if (!this.leader || this.inSync.size < this.minInSync) return this.#visible ?? [];
		const shortest = Math.min(...[...this.inSync].map((name) => this.logs.get(name).length));
		return (this.#visible = this.logs.get(this.leader).slice(0, shortest));
	}
	#visible;
}
