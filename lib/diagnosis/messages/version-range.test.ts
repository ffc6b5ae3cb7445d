import { expect, test } from 'vitest';
import { commonRanges, isInRanges, writeRanges, type VersionRange } from './version-range';

test.each<[string, VersionRange, boolean | undefined]>([
  ['1.1.5', { from: '1.1.0', before: '1.2' }, true],
  ['1.2.0', { from: '1.1.0', before: '1.2' }, false],
  ['1.1.12-0ubuntu2~22.04.1', { before: '1.1.11' }, false],
  ['v2.1.9+unknown', { from: '2.1.0' }, true],
  ['1.1.5+ds1', { before: '1.1.11' }, true],
  // A line of releases begins with its first candidate, and a release comes after its candidates.
  ['1.3.0-rc.1', { before: '1.3' }, false],
  ['1.3.0-rc.1', { from: '1.3' }, true],
  ['1.3.0-rc.1', { from: '1.3.0' }, false],
  ['1.0.0~rc93+ds1', { from: '1.0.0-rc93', before: '1.0.0-rc94' }, true],
  ['1.0.0-rc10', { from: '1.0.0-rc9', before: '1.0.0-rc90' }, true],
  ['1.0.0-rc.95', { from: '1.0.0-rc94' }, true],
  ['2.0.0-beta.0', { before: '2.0.0-rc.1' }, true],
  ['0.21', { from: '0.17', before: '1.8.6' }, true],
  ['main', { from: '1.0' }, undefined],
])('%s is in %o: %s', (version, range, expected) => {
  expect(isInRanges(version, [range])).toBe(expected);
});

test('what two lists have in common, and how it is written', () => {
  const patched = [{ from: '1.2.8', before: '1.3' }, { from: '1.3.3', before: '1.4' }, { from: '1.4.0-rc.3' }];
  expect(writeRanges(patched)).toBe('>=1.2.8 <1.3 || >=1.3.3 <1.4 || >=1.4.0-rc.3');
  expect(commonRanges(patched, [{ before: '1.3.5' }])).toEqual([{ from: '1.2.8', before: '1.3' }, { from: '1.3.3', before: '1.3.5' }]);
  expect(commonRanges([{ before: '1.1' }], [{ from: '1.1.0-rc.1' }])).toEqual([]);
  expect(commonRanges([{}], [{ from: '1.1' }])).toEqual([{ from: '1.1' }]);
});
