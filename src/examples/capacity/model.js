// Quantities that are not known exactly, with units: the arithmetic of a capacity estimate.

const samples = 20_000;
const known = { s: 1, min: 60, hour: 3600, day: 86_400, year: 365.25 * 86_400 };
const bytes = { bit: 1 / 8, B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15, Gbit: 1e9 / 8 };

/** 'GB/day' is a factor and powers of s, B and whatever other words there are. */
function parse(text) {
	const unit = { factor: 1, powers: {} };
	const [above, ...below] = text.split('/');
	const add = (word, sign) => {
		if (word === '1') return;
		const base = word in known ? 's' : word in bytes ? 'B' : word;
		unit.factor *= (known[word] ?? bytes[word] ?? 1) ** sign;
		unit.powers[base] = (unit.powers[base] ?? 0) + sign;
	};
	for (const word of above.split(' ')) add(word, 1);
	for (const word of below) add(word, -1);
	return unit;
}

const name = (powers) =>
	Object.entries(powers)
		.filter(([, power]) => power !== 0)
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([word, power]) => (power === 1 ? word : `${word}^${power}`))
		.join(' ') || '1';

let seed = 7;
const dice = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const normal = () => Math.sqrt(-2 * Math.log(dice())) * Math.cos(2 * Math.PI * dice());

// #region quantity
class Quantity {
	constructor(values, powers) {
		this.values = values; // 20,000 possible worlds
		this.powers = powers; // { B: 1, s: -1 } for bytes a second
	}
	#with(other, sign) {
		const powers = { ...this.powers };
		for (const [word, power] of Object.entries(other.powers))
			powers[word] = (powers[word] ?? 0) + sign * power;
		return new Quantity(
			this.values.map((value, n) => value * other.values[n] ** sign),
			powers,
		);
	}
	times(other) {
		return this.#with(other, 1);
	}
	per(other) {
		return this.#with(other, -1);
	}
	plus(other) {
		if (name(this.powers) !== name(other.powers))
			throw new Error(`cannot add ${name(other.powers)} to ${name(this.powers)}`);
		return new Quantity(
			this.values.map((value, n) => value + other.values[n]),
			this.powers,
		);
	}
	/** Below which value it stays in 5, 50 and 95 of 100 worlds. */
	in(text) {
		const { factor, powers } = parse(text);
		if (name(this.powers) !== name(powers))
			throw new Error(`this is ${name(this.powers)}, and not ${text}`);
		const sorted = this.values.toSorted();
		return [0.05, 0.5, 0.95].map((part) => sorted[Math.floor(samples * part)] / factor);
	}
}
// #endregion quantity

// #region range
/** Nine of ten times between low and high: small and large by the same factor are as likely. */
export function range(low, high, text) {
	const { factor, powers } = parse(text);
	const middle = (Math.log(low) + Math.log(high)) / 2;
	const width = (Math.log(high) - Math.log(low)) / (2 * 1.645);
	const values = Float64Array.from(
		{ length: samples },
		() => factor * Math.exp(middle + width * normal()),
	);
	return new Quantity(values, powers);
}
/** What is known, or decided. */
export const exactly = (value, text = '1') => range(value, value, text);
// #endregion range

const round = (value) => value.toLocaleString('en-GB', { maximumSignificantDigits: 2 });

/** Prints a quantity: what it is mostly between. */
export function show(what, quantity, unit) {
	const [low, , high] = quantity.in(unit).map(round);
	const between = low === high ? low : `${low} to ${high}`;
	console.log(`${what.padEnd(24)} ${between} ${unit === '1' ? '' : unit}`.trimEnd());
}

// #region decides
/** How much of the uncertainty of a result comes from each input. */
export function decides(result, inputs) {
	const spread = (values) => {
		const logs = values.map(Math.log);
		const mean = logs.reduce((sum, value) => sum + value, 0) / samples;
		return logs.map((value) => value - mean);
	};
	const dot = (a, b) => a.reduce((sum, value, n) => sum + value * b[n], 0);
	const to = spread(result.values);
	for (const [what, { values }] of Object.entries(inputs)) {
		const from = spread(values);
		const share = dot(from, to) ** 2 / (dot(from, from) * dot(to, to));
		console.log(`${`${Math.round(100 * share)} %`.padStart(5)} ${what}`);
	}
}
// #endregion decides
