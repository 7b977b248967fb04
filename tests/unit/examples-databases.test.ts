import { describe, expect, test } from 'vitest';
import { psqlMessage } from '../../src/sql/postgres-error.ts';
import { readReply, showReply, splitCommand } from '../examples/kinds/redis-reply.ts';
import { statementsOf } from '../../src/sql/statements.ts';
import { table } from '../../src/sql/table.ts';

describe('a table is drawn as psql draws it', () => {
	test('headings in the middle, numbers to the right, null as nothing', () => {
		const columns = [
			{ name: 'id', right: true },
			{ name: 'name', right: false },
			{ name: 'total', right: true },
		];
		expect(
			table(columns, [
				['1', 'Ada', '1.50'],
				['20', null, null],
			]),
		).toBe(
			[
				' id | name | total',
				'----+------+-------',
				'  1 | Ada  |  1.50',
				' 20 |      |',
				'(2 rows)',
			].join('\n'),
		);
	});
	test('wide characters count two, lines of a value continue with +', () => {
		expect(
			table(
				[
					{ name: 'n', right: false },
					{ name: 'x', right: false },
				],
				[['漢字', 'a\nb']],
			),
		).toBe(['  n   | x', '------+---', ' 漢字 | a+', '      | b', '(1 row)'].join('\n'));
	});
	test('without rows', () => {
		expect(table([{ name: 'id', right: true }], [])).toBe(' id\n----\n(0 rows)');
	});
});

describe('an error is written as psql writes it', () => {
	test('with the place, the detail and the hint', () => {
		expect(
			psqlMessage(
				{
					severity: 'ERROR',
					message: 'column "nam" does not exist',
					position: '8',
					hint: 'Perhaps "name".',
				},
				'SELECT nam FROM users;',
			),
		).toBe(
			'ERROR:  column "nam" does not exist\nLINE 1: SELECT nam FROM users;\n               ^\nHINT:  Perhaps "name".',
		);
	});
	test('a long line is cut at 60 characters round the place', () => {
		const statement = `SELECT id, name, score, big FROM users WHERE id = 1 AND name = 'something' AND nosuch = 5 AND more = 6;`;
		expect(
			psqlMessage(
				{ severity: 'ERROR', message: 'm', position: `${statement.indexOf('nosuch') + 1}` },
				statement,
			),
		).toBe(
			"ERROR:  m\nLINE 1: ...ROM users WHERE id = 1 AND name = 'something' AND nosuch = 5...\n".concat(
				' '.repeat(61),
				'^',
			),
		);
	});
});

test('statements are split where a semicolon ends them', () => {
	expect(
		statementsOf(
			`SELECT 'a;b' AS "c;d"; -- e;\n/* f; /* g; */ */ INSERT INTO t VALUES (E'it\\'s;');\n` +
				'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $x$ BEGIN RETURN 1; END $x$;\n' +
				'CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; SELECT 1; END;\n' +
				'CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END;\n' +
				'BEGIN; COMMIT;\n-- the end',
		),
	).toEqual([
		`SELECT 'a;b' AS "c;d"`,
		`-- e;\n/* f; /* g; */ */ INSERT INTO t VALUES (E'it\\'s;')`,
		'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $x$ BEGIN RETURN 1; END $x$',
		'CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN 1 THEN 2 END; SELECT 1; END',
		'CREATE FUNCTION g() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END',
		'BEGIN',
		'COMMIT',
	]);
});

describe('Redis is shown as redis-cli shows it', () => {
	const shown = (bytes: string) => showReply(readReply(bytes)!.reply);
	test.each([
		['+OK\r\n', 'OK'],
		['-ERR no\r\n', '(error) ERR no'],
		[':7\r\n', '(integer) 7'],
		['$-1\r\n', '(nil)'],
		['$6\r\na"\n\xc3\xa9\x01\r\n', '"a\\"\\n\\xc3\\xa9\\x01"'],
		['*0\r\n', '(empty array)'],
		['*2\r\n$1\r\na\r\n*2\r\n:1\r\n$1\r\nb\r\n', '1) "a"\n2) 1) (integer) 1\n   2) "b"'],
	])('%j', (bytes, text) => {
		expect(shown(bytes)).toBe(text);
	});
	test('a reply that has not arrived in full is not read', () => {
		const bytes = '*2\r\n$3\r\nabc\r\n:1\r\n';
		for (let length = 0; length < bytes.length; length++)
			expect(readReply(bytes.slice(0, length))).toBeUndefined();
	});
	test('commands are split at spaces outside quotation marks', () => {
		expect(splitCommand(`SET key "a \\"b\\" \\x41\\n" 'c d' e`)).toEqual([
			'SET',
			'key',
			'a "b" A\n',
			'c d',
			'e',
		]);
		expect(splitCommand('SET key "open')).toBeUndefined();
	});
});
