/** Words that say nothing about what is asked. */
const EMPTY = new Set(
	`a an the of to in on at by for from as is are was were be been am do does did done how what why when where which who
	my your our their his her i you we it its they them this that these those with and or not no so than then there
	vs versus between difference differences compare compared comparison should can could would will shall may might must
	use using used get gets got getting make makes made need want have has had about into out up if my me us just
	explain explained explanation meaning mean means definition define tutorial example examples guide please tell`
		.split(/\s+/)
		.filter(Boolean),
);

/** Signs that are part of a name, written out. */
const SIGNS: readonly [RegExp, string][] = [
	[/\bc\+\+/g, 'cpp'],
	[/\b([cf])#/g, '$1sharp'],
	[/(^|[\s(])\.net\b/g, '$1dotnet'],
	[/\b([a-z]{3,})\.js\b/g, '$1'],
	[/\b(node|express|nest|next|vue|react)js\b/g, '$1'],
	[/\b(\w)\+(\w)\b/g, '$1plus$2'],
	[/\b(\w+)['’]s\b/g, '$1'],
	[/['’]/g, ''],
];

/** British and other spellings, brought to one. What matters is only that both come to the same. */
const SPELLINGS: readonly [RegExp, string][] = [
	[/is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1'],
	[/ys(e|es|ed|er|ers|ing)$/, 'yz$1'],
	[/^(behavi|col|fav|flav|hon|lab|neighb|hum)our/, '$1or'],
	[/(cent|met|fib|calib|theat)re(s?)$/, '$1er$2'],
	[/ogue(s?)$/, 'og$1'],
	[/(lic|def|off)ence/, '$1ense'],
	[/ll(ed|ing|er|ers|ation)$/, 'l$1'],
	[/^programme(s?)$/, 'program$1'],
	[/^artefact/, 'artifact'],
	[/^grey/, 'gray'],
];

/**
 * Cuts a word to what its forms have in common: cache, caches, cached and caching are one.
 * A light stemmer of our own: the known ones cut names (`redis` to `redi`, `kubernetes` to `kubernet`) as hard as words,
 * which is harmless here too, since both sides are cut alike.
 */
function stem(word: string): string {
	if (word.length < 4 || /\d/.test(word)) return word;
	let cut = word;
	if (cut.endsWith('ies') && cut.length > 4) cut = cut.replace(/ies$/, 'y');
	else if (/[^sui]s$/.test(cut)) cut = cut.slice(0, -1);
	if (cut.endsWith('ing') && cut.length > 5) cut = cut.slice(0, -3);
	else if (/[^e]ed$/.test(cut) && cut.length > 5) cut = cut.slice(0, -2);
	if (cut.endsWith('ation') && cut.length > 7) cut = cut.slice(0, -5);
	else if (cut.endsWith('ate') && cut.length > 6) cut = cut.slice(0, -3);
	else if (cut.endsWith('at') && cut.length > 6 && cut !== word) cut = cut.slice(0, -2);
	if (/([bdgklmnprt])\1$/.test(cut) && cut !== word) cut = cut.slice(0, -1);
	if (cut.endsWith('e') && cut.length > 4) cut = cut.slice(0, -1);
	return cut;
}

/** One word as the index has it. */
const canonical = (word: string) =>
	stem(SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), word));

/**
 * The words of a text as the index has them: small letters, no accents, one spelling, no endings.
 * A compound gives its parts and the whole (`ci/cd`: ci, cd, cicd), a word with a number also its letters (`http2`: http2, http).
 */
export const wordsOf = (text: string): string[] => formsOf(text).map(({ word }) => word);

/** A word as it was written, and as the index has it. */
export interface Form {
	written: string;
	word: string;
}

/** The words of a text, each also as it was written. */
export function formsOf(text: string): Form[] {
	const plain = SIGNS.reduce(
		(rest, [from, to]) => rest.replace(from, to),
		text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''),
	);
	return plain
		.split(/[^\p{L}\p{N}/_.-]+/u)
		.flatMap((chunk) => {
			const parts = chunk.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
			const whole = parts.join('');
			const letters = /^([a-z]{3,})\d+$/.exec(whole)?.[1];
			return [
				...parts,
				...(parts.length > 1 && whole.length < 24 ? [whole] : []),
				...(parts.length === 1 && letters ? [letters] : []),
			];
		})
		.map((written) => ({ written, word: canonical(written) }));
}

/** The words of a question that say what is asked, each as it was written; all of them if there are no others. */
export function formsAsked(query: string): Form[] {
	const said = query
		.split(/\s+/)
		.filter((word) => !EMPTY.has(word.toLowerCase().replace(/[?!.,;:]+$/, '')))
		.join(' ');
	const forms = formsOf(said);
	const all = forms.length > 0 ? forms : formsOf(query);
	return [...new Map(all.map((form) => [form.word, form])).values()];
}

/** The words of a question that say what is asked, as the index has them. */
export const asked = (query: string): string[] => formsAsked(query).map(({ word }) => word);
