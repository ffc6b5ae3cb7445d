import { expect, test } from 'vitest';
import { hashAt, keyIn, placeIn, readAddress, withKey } from './addresses';

const key = 'k-_'.repeat(14) + 'x';

test('a key and a place live in one fragment, and each is read without the other', () => {
  const hash = withKey(key, '#log:233');
  expect(hash).toBe(`#k=${key}&log:233`);
  expect([keyIn(hash), placeIn(hash)]).toEqual([key, '#log:233']);
  expect(readAddress(placeIn(hash), [{ name: 'run.log', form: 'log' }])).toMatchObject({ document: 'run.log', lines: { from: 233, to: 233 } });
});

test.each([
  [`#k=${key}`, key, ''],
  ['#k=', '', ''],
  ['#k=cut', 'cut', ''],
  ['#log:1', undefined, '#log:1'],
  ['#kind.log:3', undefined, '#kind.log:3'],
  ['', undefined, ''],
])('%j holds the key %j and the place %j', (hash, held, place) => {
  expect([keyIn(hash), placeIn(hash)]).toEqual([held, place]);
});

test('another place keeps the key, and brings none where there was none', () => {
  expect(hashAt('#cfg:/root/path', `#k=${key}&log:1`)).toBe(`#k=${key}&cfg:/root/path`);
  expect(hashAt('', `#k=${key}&log:1`)).toBe(`#k=${key}`);
  expect(hashAt('#log:2', '#log:1')).toBe('#log:2');
});
