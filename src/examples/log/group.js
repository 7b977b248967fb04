// A model of a consumer group and of the coordinator that divides partitions among its members.

export class Group {
	generation = 0;
	committed = new Map();
	#members = new Map(); // name → its partitions

	/** @param sticky Whether members keep what they have, if that is fair. */
	constructor(partitions, { sticky = false } = {}) {
		this.partitions = Array.from({ length: partitions }, (_, number) => number);
		this.sticky = sticky;
	}

	join(member) {
		this.#members.set(member, []);
		return this.#rebalance();
	}

	/** It said goodbye, or has not been heard of for too long. */
	leave(member) {
		this.#members.delete(member);
		return this.#rebalance();
	}

	partitionsOf(member) {
		return this.#members.get(member) ?? [];
	}

	// #region commit
	/** Notes how far a member has come with a partition, if it is still the member's. */
	commit(member, generation, partition, offset) {
		if (generation !== this.generation) throw new Error('ILLEGAL_GENERATION');
		if (!this.partitionsOf(member).includes(partition)) throw new Error('NOT_ASSIGNED');
		this.committed.set(partition, offset);
	}
	// #endregion commit

	/** @returns How many partitions nobody reads for the time of the change. */
	#rebalance() {
		this.generation += 1;
		const before = new Map(this.#members);
		const owners = [...this.#members.keys()];
		const fair = (index) =>
			Math.floor(this.partitions.length / owners.length) +
			(index < this.partitions.length % owners.length ? 1 : 0);
		const free = new Set(this.partitions);
		if (this.sticky)
			owners.forEach((member, index) => {
				const kept = before.get(member).slice(0, fair(index));
				this.#members.set(member, kept);
				kept.forEach((partition) => free.delete(partition));
			});
		else owners.forEach((member) => this.#members.set(member, []));
		const rest = [...free];
		owners.forEach((member, index) => {
			const kept = this.#members.get(member);
			this.#members.set(member, [...kept, ...rest.splice(0, fair(index) - kept.length)]);
		});
		return this.sticky ? free.size : this.partitions.length;
	}
}
