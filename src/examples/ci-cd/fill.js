/**
 * Fills `${{ a.b }}` in a step with the value at that path, as text into text. It does not ask in
 * which language the result will be read.
 */
export const fill = (text, context) =>
	text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, path) => {
		const value = path.split('.').reduce((inner, key) => inner?.[key], context);
		return value ?? '';
	});
