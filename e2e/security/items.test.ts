import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { securityItems } from './items';
import { open, tested, waived } from './items/item';
import { resultOf, type Ran } from './results';
import { titlePattern, titlesIn } from './test-titles';

const root = path.resolve(import.meta.dirname, '../..');

test('every item has its number, once', () => {
  expect(securityItems.map(({ number }) => number)).toEqual(Array.from({ length: 127 }, (_, index) => index + 1));
});

const named = securityItems.flatMap(({ number, tests }) => tests.map(([file, title]) => [number, file, title] as const));

test('every test that an item names is there', () => {
  const titles = new Map([...new Set(named.map(([, file]) => file))].map((file) => [file, existsSync(path.join(root, file)) ? titlesIn(path.join(root, file)) : new Set<string>()]));
  expect(named.filter(([, file, title]) => !titles.get(file)?.has(title))).toEqual([]);
});

test('an item is tested, waived with its reason, or open', () => {
  expect(securityItems.filter(({ tests, waived, open }) => tests.length === 0 && waived === undefined && open === undefined)).toEqual([]);
});

describe('titles', () => {
  test.each([
    ['%s is refused', 'a body is refused', true],
    ['`${title}`: $id', '`x`: rootfs', true],
    ['a (b)', 'a (b)', true],
    ['a (b)', 'a b', false],
    ['%s is refused', 'a body is taken', false],
  ])('%s becomes %s: %s', (title, ran, fits) => expect(titlePattern(title).test(ran)).toBe(fits));
});

test('titles are read from the source: plain, of a table, of a group', () => {
  expect([...titlesIn(import.meta.filename)]).toEqual(expect.arrayContaining(['every item has its number, once', 'titles', '%s becomes %s: %s']));
});

test('an attack is withstood only where each of its tests ran and none failed', () => {
  const ran: readonly Ran[] = [
    { file: 'a.test.ts', titles: ['group', 'one 1'], status: 'passed' },
    { file: 'a.test.ts', titles: ['group', 'one 2'], status: 'failed' },
    { file: 'a.test.ts', titles: ['two'], status: 'passed' },
    { file: 'b.test.ts', titles: ['two'], status: 'skipped' },
  ];
  const is = (...names: readonly (readonly [string, string])[]) => resultOf(tested(1, 'P0', 'x', ...names), ran).is;
  expect([is(['a.test.ts', 'two']), is(['a.test.ts', 'one %s']), is(['a.test.ts', 'two'], ['b.test.ts', 'two']), is(['a.test.ts', 'three'])]).toEqual(['withstood', 'FAILED', 'open', 'open']);
  expect(resultOf(open(1, 'P0', 'x', 'not built', ['a.test.ts', 'two']), ran).is).toBe('open');
  expect([resultOf(waived(1, 'P0', 'x', 'none here'), ran).is, resultOf(waived(1, 'P0', 'x', 'none here', ['a.test.ts', 'group']), ran).is]).toEqual(['waived', 'FAILED']);
});
