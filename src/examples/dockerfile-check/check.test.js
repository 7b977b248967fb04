import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from './check.js';
import { parse } from './parse.js';

const end = '\nUSER 10001\nCMD ["node", "server.js"]';
const found = (text) => check(text).map(({ line, rule }) => `${line} ${rule}`);

const cases = [
	['FROM node:24-slim', []],
	['FROM node', ['1 base without a version']],
	['FROM node:latest', ['1 base without a version']],
	['FROM localhost:5000/node', ['1 base without a version']],
	['FROM localhost:5000/node:24', []],
	[`FROM node@sha256:${'0'.repeat(64)}`, []],
	['FROM scratch', []],
	['FROM node:24 AS build\nFROM build', []],
	['FROM --platform=linux/amd64 node', ['1 base without a version']],
	['FROM node:24\nARG NPM_TOKEN', ['2 secret in the image']],
	['FROM node:24\nENV DB_PASSWORD=x', ['2 secret in the image']],
	['FROM node:24\nENV LANG=C.UTF-8', []],
	['FROM node:24\nCOPY --chown=1 .env .', ['2 secret in the image']],
	['FROM node:24\nCOPY . .\nRUN npm ci', ['2 everything copied before the install']],
	['FROM node:24\nCOPY package*.json ./\nRUN npm ci\nCOPY . .', []],
	['FROM debian:12\nRUN apt-get update', ['2 update apart from install']],
	['FROM debian:12\nRUN apt-get update && \\\n apt-get install -y tini', []],
];
for (const [text, expected] of cases)
	test(JSON.stringify(text), () => assert.deepEqual(found(text + end), expected));

test('the user and the command of the last stage count', () => {
	assert.deepEqual(found('FROM a:1\nCMD ["x"]'), ['1 runs as root']);
	assert.deepEqual(found('FROM a:1\nUSER app\nUSER root\nCMD ["x"]'), ['3 runs as root']);
	assert.deepEqual(found('FROM a:1\nUSER app\nFROM b:1\nCMD ["x"]'), ['3 runs as root']);
	assert.deepEqual(found('FROM a:1\nUSER app\nCMD node x.js'), ['3 a shell is PID 1']);
	assert.deepEqual(found('FROM a:1\nUSER app\nENTRYPOINT exec node x.js'), []);
});

test('comments, continued lines and small letters are read', () => {
	assert.deepEqual(parse('# a\nfrom x:1\n\nRUN a \\\n  b\nCMD ["c"]'), [
		{ line: 2, stage: 0, name: 'FROM', rest: 'x:1' },
		{ line: 4, stage: 0, name: 'RUN', rest: 'a   b' },
		{ line: 6, stage: 0, name: 'CMD', rest: '["c"]' },
	]);
});
