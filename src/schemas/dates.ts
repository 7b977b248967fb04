import { z } from 'astro/zod';

/**
 * A calendar day such as `2026-11-20`, as text. YAML may have read it as a date already. Days that do
 * not exist and days to come are refused.
 */
export const day = z.preprocess(
	(value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
	z.string().superRefine((text, context) => {
		const fault = (message: string) => void context.addIssue({ code: 'custom', message });
		const date = new Date(`${text}T00:00:00Z`);
		if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()))
			return fault(`“${text}” is not a day. Write it as 2026-11-20.`);
		if (date.toISOString().slice(0, 10) !== text) return fault(`there is no day ${text}.`);
		// A day ahead is allowed for: where the author is, it may be tomorrow already.
		if (date.getTime() > Date.now() + 86_400_000)
			fault(`${text} is in the future. Write the day on which it was checked.`);
	}),
);
