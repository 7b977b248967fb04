/** Tokens that may contain a semicolon without ending a statement, and the semicolon itself. */
const TOKENS =
	/--[^\n]*|\/\*|E'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$([A-Za-z_]\w*)?\$[\s\S]*?\$\1\$|\b(?:BEGIN(?:\s+ATOMIC)?|CASE|END)\b|[();]/gi;

/**
 * Splits a text into SQL statements, each without its semicolon. Semicolons in strings, quoted names,
 * comments, dollar quotes, parentheses, SQL-standard function bodies and SQLite's triggers do not split.
 * Comments before a statement belong to it; a text of comments alone is no statement.
 */
export function statementsOf(text: string): string[] {
	const statements: string[] = [];
	let from = 0;
	let depth = 0;
	let body = 0;
	const end = (to: number) => {
		const statement = text.slice(from, to).trim();
		if (withoutComments(statement) !== '') statements.push(statement);
		from = to + 1;
		depth = body = 0;
	};
	TOKENS.lastIndex = 0;
	for (let match = TOKENS.exec(text); match; match = TOKENS.exec(text)) {
		const token = match[0];
		if (token === '/*') TOKENS.lastIndex = endOfComment(text, match.index);
		else if (token === '(') depth++;
		else if (token === ')') depth--;
		else if (/^BEGIN/i.test(token))
			body += Number(/\s/.test(token) || isTrigger(text.slice(from, match.index)));
		else if (/^CASE$/i.test(token)) body += Number(body > 0);
		else if (/^END$/i.test(token)) body = Math.max(0, body - 1);
		else if (token === ';' && depth <= 0 && body === 0) end(match.index);
	}
	end(text.length);
	return statements;
}

/** Where a comment of the form that nests ends. */
function endOfComment(text: string, start: number): number {
	const marks = /\/\*|\*\//g;
	marks.lastIndex = start;
	let depth = 0;
	for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
		depth += mark[0] === '/*' ? 1 : -1;
		if (depth === 0) return marks.lastIndex;
	}
	return text.length;
}

const withoutComments = (text: string) => text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim();

/** A trigger of SQLite holds statements between BEGIN and END. */
const isTrigger = (statement: string) =>
	/^CREATE\s+(?:TEMP(?:ORARY)?\s+)?TRIGGER\b/i.test(withoutComments(statement));
