import { describe, expect, test } from 'vitest';
import { causeIds } from '../../lib/diagnosis/cause-ids';
import { everyRun, quickHalf } from './choose';
import { faults } from './faults/index';
import { manifest } from './manifest';

describe('the faults', () => {
  test('have ids of their own, known causes, and runtimes of the manifest', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    const known = new Set([...manifest.system, ...manifest.unpacked].map(({ id }) => id));
    for (const { fault, runtime } of everyRun(faults)) {
      expect(causeIds).toEqual(expect.arrayContaining([...fault.causes]));
      expect(runtime.split(' ').filter((word) => !known.has(word))).toEqual([]);
    }
  });
  test('cover 45 causes, pairs of faults, and 15 bundles in which nothing is wrong', () => {
    expect(new Set(faults.flatMap(({ causes }) => causes)).size).toBeGreaterThanOrEqual(45);
    expect(faults.filter(({ causes }) => causes.length === 2).length).toBeGreaterThanOrEqual(5);
    expect(faults.filter(({ causes }) => causes.length === 0).length).toBeGreaterThanOrEqual(15);
  });
  test('are tried on what Debian 12 has itself', () => {
    const tried = new Set(everyRun(faults).map(({ runtime }) => runtime));
    for (const { id } of manifest.system) expect([...tried].some((one) => one.split(' ').includes(id))).toBe(true);
  });
});

test('the quick half is the same for a seed, and another one for another', () => {
  const names = (seed: number) => quickHalf(faults, seed).map(({ fault, runtime }) => `${fault.id} ${runtime}`);
  expect(names(1)).toEqual(names(1));
  expect(names(1)).not.toEqual(names(2));
  expect(names(1)).toHaveLength(Math.ceil(faults.length / 2));
});
