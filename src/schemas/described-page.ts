import { z } from 'astro/zod';

const SHORTEST = 70;
const LONGEST = 160;

/** What every page says of itself. */
export const describedPage = z.strictObject({
	title: z.string().trim().min(1, 'write a title.').describe("The page's name, and its h1."),
	description: z
		.string()
		.superRefine((text, context) => {
			if (text.length < SHORTEST || text.length > LONGEST)
				context.addIssue({
					code: 'custom',
					message: `it has ${text.length} characters. Write one sentence of ${SHORTEST} to ${LONGEST} that says what the reader gains.`,
				});
		})
		.describe(
			'One sentence of 70 to 160 characters that says what the reader gains. Search engines show it.',
		),
});
