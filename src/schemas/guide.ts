import { describedPage } from './described-page.ts';

/** The frontmatter of a page for contributors, `contributing/<name>.mdx`. */
export const guideSchema = describedPage;
