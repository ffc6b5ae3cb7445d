import { describe, expect, test } from 'vitest';
import { groupedByFailure, passes, readFilter, toggled } from './case-filter';
import { mergedCases, readCaseList, readTags, writeCaseList, type MyCase } from './case-list';

const id = (letter: string) => letter.repeat(22);
const of = (letter: string, more: Partial<MyCase> = {}): MyCase => ({
  id: id(letter),
  title: `case ${letter}`,
  createdAt: `2026-11-2${letter.charCodeAt(0) % 10}T10:00:00.000Z`,
  manageToken: `token-${letter}`,
  status: 'open',
  tags: [],
  ...more,
});

describe('the list', () => {
  test('an older entry gets what it lacks; what is no case is left out', () => {
    const read = readCaseList([{ id: id('a'), title: 'old', createdAt: '2026-11-01T00:00:00.000Z', manageToken: 't' }, { id: 'short', title: 'x' }, null, 'x', { id: id('b') }]);
    expect(read).toEqual([{ id: id('a'), title: 'old', createdAt: '2026-11-01T00:00:00.000Z', manageToken: 't', status: 'open', tags: [] }]);
  });
  test('export and import give the same list; without tokens nobody can change the cases', () => {
    const cases = [of('c', { tags: ['night'], cause: 'rootfs-path-relative', status: 'solved', expiresAt: '2026-12-24T10:00:00.000Z' }), of('b')];
    expect(readCaseList(JSON.parse(writeCaseList(cases, true)))).toEqual(cases);
    expect(writeCaseList(cases, false)).not.toContain('token-');
  });
  test('an import never loses a token, and does not double a case', () => {
    const merged = mergedCases([of('a', { manageToken: '', title: 'new words' })], [of('a'), of('b')]);
    expect(merged.map(({ title, manageToken }) => [title, manageToken])).toEqual([['case b', 'token-b'], ['new words', 'token-a']]);
  });
  test('tags', () => expect(readTags(' #night, node3 night ')).toEqual(['night', 'node3']));
});

describe('filters as text', () => {
  const rootfs = of('a', { cause: 'rootfs-path-relative', tags: ['night', 'node3'], step: 'mount' });
  const solved = of('b', { status: 'solved', verdict: 'healthy', title: 'Mounting sysfs' });
  test.each([
    ['', [rootfs, solved]],
    ['status:open', [rootfs]],
    ['cause:rootfs-*', [rootfs]],
    ['cause:rootfs', []],
    ['cause:*path*', [rootfs]],
    ['-status:open', [solved]],
    ['tag:night -tag:node3', []],
    ['SYSFS', [solved]],
    ['status:solved case', []],
    ['node:3', []],
  ] as const)('%s', (text, wanted) => {
    expect([rootfs, solved].filter((one) => passes(one, readFilter(text)))).toEqual(wanted);
  });
  test('a button writes a word, and takes it out again', () => {
    expect(toggled('tag:night', 'status:open')).toBe('tag:night status:open');
    expect(toggled('status:open tag:night', 'status:solved')).toBe('tag:night status:solved');
    expect(toggled('status:open', 'status:open')).toBe('');
  });
  test('groups of the same failure, the largest first', () => {
    const groups = groupedByFailure([solved, rootfs, of('c', { cause: 'rootfs-path-relative' })]);
    expect(groups.map(({ name, cases }) => [name, cases.length])).toEqual([['rootfs-path-relative', 2], ['healthy', 1]]);
  });
});
