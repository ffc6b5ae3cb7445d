import { describe, expect, test } from 'vitest';
import { causeIds } from '../../lib/diagnosis/cause-ids';
import { everyRun, quickPart, runsToRecord } from './choose';
import { faults } from './faults/index';
import { manifest } from './manifest';
import { shown } from './shown';

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

describe('the quick part', () => {
  const names = (seed: number) => quickPart(faults, seed).map(({ fault, runtime }) => `${fault.id} ${runtime}`);
  test('is the same for a seed', () => {
    expect(names(1)).toEqual(names(1));
    expect(Math.abs(names(1).length - faults.length / 3)).toBeLessThan(1);
  });
  test('comes through every fault in three days, and through every runtime of each in a few', () => {
    const days = (count: number) => new Set(Array.from({ length: count }, (_, day) => names(20_000 + day)).flat());
    expect(new Set([...days(3)].map((name) => name.split(' ')[0])).size).toBe(faults.length);
    expect(days(3 * Math.max(...faults.map(({ runtimes }) => runtimes.length))).size).toBe(everyRun(faults).length);
  });
});

test('each fault is recorded, on every family of runtimes in all, and so is what the front page shows', () => {
  const recorded = runsToRecord(faults);
  for (const { fault, runtime } of shown) expect(recorded.map((one) => `${one.fault.id} ${one.runtime}`)).toContain(`${fault} ${runtime}`);
  expect(new Set(recorded.map(({ fault }) => fault.id)).size).toBe(faults.length);
  expect(new Set(recorded.map(({ runtime }) => runtime.split('-')[0])).size).toBe(3);
});
