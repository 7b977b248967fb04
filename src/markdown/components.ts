/**
 * The components that authors use in pages without importing them. A name that is not here is an
 * error, with file and line (see `check-page.ts`).
 */
export const AUTHOR_COMPONENTS = [
	'Question',
	'Choice',
	'Answer',
	'Exercise',
	'Check',
	'Solution',
	'Term',
	'Listing',
] as const;

export type AuthorComponent = (typeof AUTHOR_COMPONENTS)[number];
