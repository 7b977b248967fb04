import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FenceError, parseFence, rawMeta, RUNNABLE, SERVERS } from '../../src/markdown/fence.ts';

/** The message of the error, or nothing. */
function refusal(lang: string, meta: string): string | undefined {
	try {
		parseFence(lang, meta);
		return undefined;
	} catch (error) {
		expect(error).toBeInstanceOf(FenceError);
		return (error as Error).message;
	}
}

describe('a fence that can be read', () => {
	test('words, values and what runs the block', () => {
		expect(
			parseFence('js', 'run file="app/server.js" timeout="30s" needs="curl, jq"'),
		).toMatchObject({
			lang: 'js',
			run: 'node',
			file: 'app/server.js',
			timeout: 30_000,
			needs: ['curl', 'jq'],
			fails: false,
			hidden: false,
		});
		expect(parseFence('sql', 'run="postgres" session="a" waits')).toMatchObject({
			run: 'postgres',
			session: 'a',
			waits: true,
		});
		expect(parseFence('output', `varies='"\\d+ ms"|:\\d{5}' of="plan"`)).toMatchObject({
			varies: '"\\d+ ms"|:\\d{5}',
			of: 'plan',
		});
		expect(parseFence('sh', 'run server="redis nats"').servers).toEqual(['redis', 'nats']);
		expect(parseFence('nginx', 'file="nginx.conf" ports check')).toMatchObject({
			check: 'nginx',
			ports: true,
		});
		expect(parseFence('yaml', 'file="p.yml" check="prometheus"').check).toBe('prometheus');
		expect(parseFence('js', 'file="a.js" {2,4-6}').mark).toBe('2,4-6');
		expect(parseFence('mermaid', 'alt="A to B, in one step."').alt).toBe('A to B, in one step.');
	});
	test.each(['text', 'json', 'html', 'diff', '', 'output', 'dockerfile'])(
		'%s needs no words',
		(lang) => {
			expect(refusal(lang, '')).toBeUndefined();
		},
	);
	test('every runnable language can be skipped with a reason', () => {
		for (const lang of RUNNABLE)
			expect(parseFence(lang, 'skip="needs a cloud account"').skip).toBe('needs a cloud account');
	});
	test('any value survives, with whatever signs but its own quotation mark', () => {
		fc.assert(
			fc.property(
				fc.string().filter((text) => !/["\n\r]/.test(text) && text.trim() !== ''),
				(text) => parseFence('output', `varies="${text}" of="x"`).varies === text,
			),
		);
	});
});

describe('a fence that contradicts itself or is misspelt', () => {
	test.each([
		['js', 'runn', 'unknown word “runn”: did you mean run?'],
		['js', 'run hiden', 'unknown word “hiden”: did you mean hidden?'],
		['js', 'run run', '“run” stands there twice. Keep one.'],
		['js', 'run file', '“file” needs a value: file="...".'],
		['js', 'run fails="yes"', '“fails” takes no value: write fails alone.'],
		['js', 'run file=a.js', 'write file="a.js": a value stands between quotation marks.'],
		['js', 'skip=""', '“skip” is empty. Say why the block is not run.'],
		[
			'js',
			'run file="a.js',
			'“file="a.js” cannot be read. Words look like run, or file="name"; write a value that contains " between \' and \'.',
		],
		[
			'js',
			'',
			'a reader could run js, so the fence must say run, file="..." or skip="why it is not run".',
		],
		[
			'js',
			'run skip="why"',
			'“skip” says that nothing is run, so run, file, check, schema, fails, background and playground cannot stand beside it.',
		],
		[
			'js',
			'file="../a.js"',
			'file="../a.js" leaves the workspace. Give a path inside it, such as "app/server.js".',
		],
		[
			'js',
			'file="/etc/hosts"',
			'file="/etc/hosts" leaves the workspace. Give a path inside it, such as "app/server.js".',
		],
		[
			'js',
			'run timeout="2m"',
			'timeout="2m" is not a time up to 60 seconds, such as timeout="30s".',
		],
		[
			'js',
			'run timeout="61s"',
			'timeout="61s" is not a time up to 60 seconds, such as timeout="30s".',
		],
		['sql', 'run', 'say on which database: run="sqlite", run="postgres" or run="mariadb".'],
		['sql', 'run="postgress"', 'unknown database “postgress”: did you mean postgres?'],
		[
			'sh',
			'run="postgres"',
			'only sql takes a value after run. Write run alone and server="postgres".',
		],
		['sh', 'run server="reddis"', 'unknown server “reddis”: did you mean redis?'],
		[
			'conf',
			'file="x.conf" check',
			'say which program checks it: check="nginx", or one of nginx, apache, haproxy, varnish, caddy, bind, prometheus, bash, compose.',
		],
		['js', 'file="a.js" fails', '“fails” needs run, check or schema: what is not run cannot fail.'],
		[
			'text',
			'hidden',
			'“hidden” folds set-up that is run or written. Add run or file, or remove the block.',
		],
		['js', 'file="a.js" background', '“background” needs run.'],
		[
			'sh',
			'run background fails',
			'“background” and “fails” contradict each other: one goes on running, the other ends.',
		],
		[
			'sql',
			'run="sqlite" background',
			'“background” is for programs. A statement that is left waiting for a lock says waits.',
		],
		['sh', 'run ready="x"', '“ready” needs background.'],
		['js', 'run session="a"', '“session” needs run in a shell, a database or redis.'],
		[
			'sql',
			'run="sqlite" waits',
			'“waits” needs run="postgres" or redis run: it is for what is left waiting for another session.',
		],
		[
			'sql',
			'run="postgres" waits fails',
			'“waits” and “fails” contradict each other: the error shows in the block where the waiting ends.',
		],
		['nginx', 'check', '“check” needs file="...": the program reads a file.'],
		['text', 'ports', '“ports” fills ports into a file, so it needs file="...".'],
		[
			'sql',
			'from="shop/shop.sql" skip="no server"',
			'“from” fills in a block that is run or written. Add run or file, or show the program with <Listing>.',
		],
		['js', 'run schema="s.json"', '“schema” is for json and yaml.'],
		['js', 'run to="$PORT"', '“to” is for http run.'],
		[
			'js',
			'run varies="x"',
			'“varies” belongs on the output block, because it says which parts of the output may differ.',
		],
		['js', 'run of="x"', '“of” belongs on the output block. Name this block with id="...".'],
		[
			'output',
			'run',
			'nothing here runs “output”. Languages that run: js, javascript, mjs, ts, typescript, python, py, sh, bash, shell, sql, redis, http, java, php, ruby, rb, go, rust, rs. Otherwise use file="..." or skip="why".',
		],
		[
			'output',
			'hidden',
			'an output block takes only varies, of, title and mark. The words of the program go on its own fence.',
		],
		[
			'python',
			'run playground',
			'“playground” is for JavaScript, TypeScript, and SQL on sqlite or postgres.',
		],
		[
			'js',
			'file="a.js" playground',
			'“playground” needs run: what readers can run is run by the tests too.',
		],
		['js', 'run alt="x"', '“alt” describes a mermaid diagram. Caption a block with title="...".'],
		['js', 'run mark="all"', 'mark="all" names no lines. Write mark="2,4-6".'],
	])('```%s %s', (lang, meta, message) => {
		expect(refusal(lang, meta)).toBe(message);
	});
});

test('the words of a fence are read as written, with their backslashes', () => {
	expect(rawMeta('```output varies="\\d+\\.\\d"')).toBe('varies="\\d+\\.\\d"');
	expect(rawMeta('  ~~~~ js run')).toBe('run');
	expect(rawMeta('> - ```sh run fails  ')).toBe('run fails');
	expect(rawMeta('```')).toBe('');
});

test('servers are known by the names of the handbook', () => {
	expect(SERVERS).toHaveLength(14);
});
