import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expand, inOrder, plan, show } from './plan.js';

const wanted = {
	'server.web': { size: 'small', image: 'debian-13', network: '${network.shop.id}' },
	'network.shop': { range: '10.0.0.0/16' },
};
const state = {
	'network.shop': { id: 'network-1' },
	'server.web': { id: 'server-1' },
};
const real = {
	'network-1': { range: '10.0.0.0/16' },
	'server-1': { size: 'small', image: 'debian-13', network: 'network-1' },
};
const short = (steps) => steps.map(({ action, address }) => `${action} ${address}`);
const planned = (changes = {}) =>
	short(plan({ wanted, state, read: (id) => real[id], ...changes }));

test('what is referred to is made first', () => {
	assert.deepEqual(planned({ state: {} }), ['create network.shop', 'create server.web']);
	assert.deepEqual(inOrder(wanted), ['network.shop', 'server.web']);
});

test('a circle and a name that is nowhere are refused', () => {
	const circle = { 'server.a': { b: '${server.b.id}' }, 'server.b': { a: '${server.a.id}' } };
	assert.throws(() => inOrder(circle), /a circle: server\.a → server\.b → server\.a/);
	assert.throws(() => inOrder({ 'server.a': { b: '${server.c.id}' } }), /which is nowhere/);
});

test('nothing to do is nothing done', () => {
	assert.deepEqual(planned(), []);
	assert.equal(show([]), 'no changes');
});

test('a change by hand is planned back, and what was deleted is made again', () => {
	const read = (id) => (id === 'server-1' ? { ...real[id], size: 'huge' } : real[id]);
	assert.deepEqual(planned({ read }), ['update server.web']);
	assert.deepEqual(planned({ read: (id) => (id === 'server-1' ? undefined : real[id]) }), [
		'create server.web',
	]);
});

test('what cannot be changed is replaced', () => {
	const read = (id) => (id === 'server-1' ? { ...real[id], image: 'debian-12' } : real[id]);
	assert.deepEqual(planned({ read }), ['replace server.web']);
});

test('what is no longer wanted is deleted, the last made first', () => {
	assert.deepEqual(planned({ wanted: {} }), ['delete server.web', 'delete network.shop']);
});

test('what the state does not know is left alone', () => {
	assert.deepEqual(planned({ state: {}, wanted: {} }), []);
});

test('a module is written out once for each use', () => {
	const modules = { eu: { source: 'shop', size: 'large' }, us: { source: 'shop', size: 'small' } };
	const resources = {
		'network.shop': { range: '10.0.0.0/16' },
		'server.web': { size: '${var.size}', network: '${network.shop.id}' },
	};
	const all = expand({ modules }, () => ({ resources }));
	assert.equal(all['eu.server.web'].size, 'large');
	assert.equal(all['us.server.web'].network, '${us.network.shop.id}');
	assert.equal(inOrder(all).length, 4);
});
