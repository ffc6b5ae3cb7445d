import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { methodOf, routeOf } from './route-of.mjs';

/** The addresses that the folder of routes and pages serves, with one value for each variable part. */
const served = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?:^|\/)(?:route|page)\.tsx?$/.test(file) && !file.includes('[...'))
  .map((file) => `/${path.posix.dirname(file)}`.replace(/\/\.$/, '/'));

test.each(served)('%s has a pattern, without what stands in its variable parts', (address) => {
  const route = routeOf(address.replaceAll(/\[(\w+)\]/g, 'secret-$1'));
  expect(route).toBe(address.startsWith('/.well-known') ? 'other' : address.replaceAll('[', '{').replaceAll(']', '}'));
});

test.each([
  ['/cases/secret?x=1', '/cases/{id}'],
  ['/api/cases/secret/documents/a%2Fb/c', '/api/cases/{id}/documents/{name}'],
  ['/api/cases/secret/nothing', 'other'],
  ['/_next/static/chunks/x.js', '/_next'],
  ['//evil', 'other'],
  ['?x', 'other'],
])('%s is %s', (address, route) => expect(routeOf(address)).toBe(route));

test('a word that is no method is one label', () => {
  expect([methodOf('GET'), methodOf('X'.repeat(50)), methodOf(undefined)]).toEqual(['GET', 'other', 'other']);
});
