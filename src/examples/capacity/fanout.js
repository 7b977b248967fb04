// node fanout.js: a small network with a few famous people, and what each way to build feeds costs
const users = 20_000;
const follows = 100; // each user, at random, the famous more often

let seed = 7;
const dice = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

/** Who follows whom, and how often each posts and opens the feed, a day. */
export function network() {
	const opens = Array.from({ length: users }, () => 30 * dice() ** 3); // a half below 4
	const posts = Array.from({ length: users }, () => 0.2 + 100 * dice() ** 50); // a few 100
	const followers = new Uint32Array(users);
	const follow = Array.from({ length: users }, () => {
		const set = new Set();
		while (set.size < follows) set.add(Math.floor(users * dice() ** 3));
		for (const author of set) followers[author] += 1;
		return set;
	});
	return { opens, posts, followers, follow };
}

// #region plans
export const plans = {
	'write all': () => true,
	'read all': () => false,
	'read the famous': ({ followers }) => followers < 1000,
	'read the busy': ({ posts, opens }) => posts < opens,
	both: ({ followers, posts, opens }) => followers < 1000 && posts < opens,
};
// #endregion plans

// #region count
/** Pieces of work a day: an entry written into a feed, or an author asked for new posts. */
export function count({ opens, posts, followers, follow }, isWritten) {
	let written = 0;
	let read = 0;
	const each = new Uint32Array(users); // feeds into which one post of this author goes
	for (let reader = 0; reader < users; reader += 1) {
		for (const author of follow[reader]) {
			const pair = { followers: followers[author], posts: posts[author], opens: opens[reader] };
			if (isWritten(pair)) {
				written += pair.posts;
				each[author] += 1;
			} else read += pair.opens;
		}
	}
	return { written, read, largest: each.reduce((a, b) => Math.max(a, b)) };
}
// #endregion count

if (import.meta.filename === process.argv[1]) {
	const all = network();
	const million = (n) => (n / 1e6).toFixed(1).padStart(8);
	console.log('                 written    read     sum   feeds for one post');
	for (const [name, isWritten] of Object.entries(plans)) {
		const { written, read, largest } = count(all, isWritten);
		console.log(
			name.padEnd(16) + million(written) + million(read) + million(written + read),
			`${largest}`.padStart(12),
		);
	}
}
